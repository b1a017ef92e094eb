import type { Mark } from './marks.ts';

/** Languages of a workbook's second sheet. */
export type WorkbookLanguage = 'ja' | 'en';

/** What a workbook says beside the data. */
export interface WorkbookWords {
  readonly data: string;
  readonly legend: string;
  readonly marks: Readonly<Record<Mark, string>>;
  readonly head: readonly string[];
  readonly tooLong: string;
}

/** By language; names of sheets have at most 31 characters. */
export const workbookWords: Readonly<Record<WorkbookLanguage, WorkbookWords>> = {
  ja: {
    data: 'データ',
    legend: '色の説明と変更の一覧',
    marks: {
      repaired: '直したセル',
      flagged: '確かめてほしいセル',
      missing: '空のままの大切なセル',
    },
    head: [
      'このファイルのセル',
      '元のファイルのセル',
      '列',
      '直す前',
      '直した後',
      '内容',
      'コード',
    ],
    tooLong: '値が長すぎて、Excelのセルに入りません。CSVで確かめてください。',
  },
  en: {
    data: 'Data',
    legend: 'Colours and changes',
    marks: {
      repaired: 'Repaired cell',
      flagged: 'Cell to look at',
      missing: 'Blank cell that matters',
    },
    head: [
      'Cell in this file',
      'Cell in the original',
      'Column',
      'Before',
      'After',
      'What',
      'Code',
    ],
    tooLong: 'The value is too long for a cell of Excel. Look at it in the CSV.',
  },
};
