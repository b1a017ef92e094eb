import type { Message } from '../internal/file-messages.ts';
import type { ReportCode } from './codes.ts';

/** Sentences about what a report finds. Japanese sentences stay under 40 characters. */
export const reportMessages: Readonly<Record<ReportCode, Message>> = {
  'open-data/truncated-value': {
    ja: '「{column}」は{count}で切れているようです。元の値を確かめてください。',
    en: '"{column}" seems cut off at {count}. Compare it with the original value.',
  },
  'open-data/deviated-value': {
    ja: '「{value}」は、ほかの行と大きく違います。正しいか、確かめてください。',
    en: '"{value}" in "{column}" is far from the other rows. Check whether it is right.',
  },
  'open-data/row-constraint': {
    ja: '「{value}」が「{expected}」と合いません。どちらかを直してください。',
    en: '"{value}" in "{column}" does not agree with "{expected}". Correct one of them.',
  },
  'open-data/primary-key': {
    ja: '「{column}」が空です。行を見分ける番号を付けてください。',
    en: '"{column}" is blank. Give the row a number that tells it apart.',
  },
  'open-data/foreign-key': {
    ja: '「{value}」が施設のファイルにありません。番号を確かめてください。',
    en: '"{value}" in "{column}" is not in the file of facilities. Check the number.',
  },
  'open-data/position-outlier': {
    ja: '地点の中心から約{count} km離れています。正しければ、そのままで構いません。',
    en: 'The place is about {count} km from the middle of the others ({at}). Leave it if that is right.',
  },
  'open-data/formula-guard': {
    ja: "数式にならないよう、先頭に「'」を付けました。読み込むと消えます。",
    en: 'An apostrophe stands in front, so that no spreadsheet runs the cell. Reading takes it away.',
  },
  'open-data/no-such-part': {
    ja: '「{value}」という表がありません。「{expected}」などから選んでください。',
    en: 'There is no table "{value}" in the file. Choose one such as "{expected}".',
  },
};
