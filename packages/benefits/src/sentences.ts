import '@yokoten/rules/sentences';
import { tellErrors } from '@yokoten/standard';

/**
 * What errors say that are thrown before, or while, the first questions are asked: apart, so that the element loads them with what
 * tells results.
 */
export const sentences = {
  'benefits/bad-answer#members': {
    ja: '「{0}」の答えとして使えません。使えるのは、世帯の人です。',
    en: 'This is no answer to "{0}". Expected: members of the household.',
  },
  'benefits/bad-answer#member': {
    ja: '「{0}」の答えとして使えません。使えるのは、世帯の人の一人です。',
    en: 'This is no answer to "{0}". Expected: about one member of the household.',
  },
  'benefits/bad-answer#some': {
    ja: '「{0}」の答えとして使えません。使えるのは、{1}です。',
    en: 'This is no answer to "{0}". Expected: {2}.',
  },
  'benefits/bad-answer#choice': {
    ja: '「{0}」の答えとして使えません。使えるのは、{2}です。',
    en: 'This is no answer to "{0}". Expected: one of {2}.',
  },
  'benefits/bad-answer#bool': {
    ja: '「{0}」の答えとして使えません。使えるのは、はい（true）か、いいえ（false）です。',
    en: 'This is no answer to "{0}". Expected: true or false.',
  },
  'benefits/bad-answer#date': {
    ja: '「{0}」の答えとして使えません。使えるのは、日付です。',
    en: 'This is no answer to "{0}". Expected: a date like 1990-06-15.',
  },
  'benefits/bad-answer#number': {
    ja: '「{0}」の答えとして使えません。使えるのは、{1}の数です。',
    en: 'This is no answer to "{0}". Expected: a number, {1}.',
  },
  'benefits/bad-answer#birth': {
    ja: '生年月日は、1900-01-01から{0}までの日付にしてください。',
    en: 'A date of birth is a day from 1900-01-01 to {0}, written like 1990-06-15.',
  },
  'benefits/bad-date': {
    ja: '「{0}」は日付として読めません。2026-04-01のように書いてください。',
    en: '"{0}" is not a date. Write it like 2026-04-01.',
  },
  'benefits/bad-household': {
    ja: 'この世帯では、「{0}」の人を足したり、変えたり、外したりできません。',
    en: 'A member "{0}" cannot be added to, changed in or taken out of this household.',
  },
  'benefits/bad-pack': {
    ja: '制度のデータとして使えません（{0}）。rules、programmes、textsのあるものを渡してください。',
    en: 'This is no pack: {0}. Expected an object with rules, steps, household, programmes, questions, languages and texts.',
  },
  'benefits/not-worked-out': {
    ja: '計算できません（{0}）。前の結果を残します。制度のデータを確かめてください。',
    en: 'It could not be worked out ({0}). The last result stays; check the pack.',
  },
  'benefits/pack-not-loaded': {
    ja: '制度のデータを読み込めません（{0}）。アドレスと通信を確かめてください。',
    en: "The pack did not load from {0} ({1}). Check the address, the connection and the page's script-src.",
  },
  'benefits/part-missing': {
    ja: '画面の一部か、言葉の文章を読み込めません（{0}）。通信を確かめてください。',
    en: 'A part of the program or the texts of a language did not arrive ({0}). Check the connection; after a new release, reload the page.',
  },
  'benefits/unknown-programme': {
    ja: '「{0}」という制度は「{1}」にありません。idを確かめてください。',
    en: 'There is no programme "{0}" in the pack "{1}". Check its id.',
  },
  'benefits/unknown-question': {
    ja: '「{0}」という質問は、ここにはありません。',
    en: 'There is no question "{0}" here.',
  },
  'benefits/unknown-question#variable': {
    ja: '質問の変数「{0}」は、{1} {2}の入力にありません。名前を確かめてください。',
    en: 'There is a question about "{0}", which is no variable of {1} {2}. Check its spelling.',
  },
  'benefits/unknown-set': {
    ja: '「{0}」という質問の組はありません。あるのは、{1}です。',
    en: 'There is no question set "{0}". There are: {1}.',
  },
} as const;

tellErrors(sentences);
