import { tellErrors } from '@yokoten/standard';

/** What errors say that the engine throws itself: apart, so that a page can load them after it. */
export const sentences = {
  'rules/bad-period': {
    ja: '「{0}」は期間として読めません。2024、2024-01、2024-01-05、month:2024-01:3、ETERNITYのように書いてください。',
    en: '"{0}" is not a period. Write it like 2024, 2024-01, 2024-01-05, month:2024-01:3 or ETERNITY.',
  },
  'rules/bad-value#bool': {
    ja: '「{0}」の値として {1} は使えません。使えるのは、true か falseです。',
    en: '{1} is no value for "{0}". Expected true or false.',
  },
  'rules/bad-value#int': {
    ja: '「{0}」の値として {1} は使えません。使えるのは、整数です。',
    en: '{1} is no value for "{0}". Expected a whole number.',
  },
  'rules/bad-value#float': {
    ja: '「{0}」の値として {1} は使えません。使えるのは、数です。',
    en: '{1} is no value for "{0}". Expected a number.',
  },
  'rules/bad-value#text': {
    ja: '「{0}」の値として {1} は使えません。使えるのは、文字です。',
    en: '{1} is no value for "{0}". Expected a text.',
  },
  'rules/bad-value#date': {
    ja: '「{0}」の値として {1} は使えません。使えるのは、1980-01-31のような日付です。',
    en: '{1} is no value for "{0}". Expected a date like 1980-01-31.',
  },
  'rules/bad-value#enum': {
    ja: '「{0}」の値として {1} は使えません。使えるのは、{2}です。',
    en: '{1} is no value for "{0}". Expected one of {3}.',
  },
  'rules/cycle': {
    ja: '「{0}」の{1}の値が、自分自身を必要としています。{2}',
    en: 'The value of "{0}" for {1} needs itself: {2}. State one of these as an input.',
  },
  'rules/parameter-undefined': {
    ja: 'パラメーター「{0}」には、{1}の値がありません。期間を確かめてください。',
    en: 'The parameter "{0}" has no value on {1}. Check the period.',
  },
  'rules/period-mismatch': {
    ja: '変数「{0}」の期間の単位は{1}です。{2}には使えません。',
    en: 'The variable "{0}" is defined per {1}; {2} is not one {1}. Use a period of that unit, or a conversion (add, divide).',
  },
  'rules/role-full': {
    ja: '「{0}」は{1}人までです。{2}人書かれています。',
    en: 'There can be at most {1} "{0}" in a {3}; {2} are stated.',
  },
  'rules/spiral': {
    ja: '「{0}」の{3}の値が、{1}の自分自身を必要とし、終わりません。{2}',
    en: 'The value of "{0}" for {3} needs itself for {1}, without an end: {2}. State one of these as an input.',
  },
  'rules/too-large': {
    ja: '「{0}」の役割が{1}個あります。{2}個までにしてください。',
    en: '"{0}" has {1} roles. There may be at most {2}.',
  },
  'rules/unknown-variable': {
    ja: '「{0}」という変数はありません（{1} {2}）。名前を確かめてください。',
    en: 'There is no variable "{0}" in {1} {2}. Check its spelling.',
  },
} as const;

tellErrors(sentences);
