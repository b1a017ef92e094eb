import type { Message } from '../internal/file-messages.ts';
import type { ReadCode } from './codes.ts';

/** Sentences of what `@yokoten/open-data/read` finds. Japanese sentences stay under 40 characters. */
export const readMessages: Readonly<Record<ReadCode, Message>> = {
  'open-data/file-too-large': {
    ja: 'ファイルが大きすぎます（上限は{expected}）。分けて置いてください。',
    en: 'The file is larger than the limit of {expected}. Split it.',
  },
  'open-data/cannot-fetch': {
    ja: 'ファイルを取得できません（{value}）。アドレスを確かめ、手元に保存してから読んでください。',
    en: 'The file cannot be fetched ({value}). Check the address, or save the file and read the copy.',
  },
  'open-data/cannot-open': {
    ja: 'ファイルを開けません（{value}）。名前と場所、権限を確かめてください。',
    en: 'The file cannot be opened ({value}). Check its name, folder and permissions.',
  },
  'open-data/old-excel': {
    ja: '古い形式のExcel（.xls）です。Excelで開き、「Excelブック（.xlsx）」で保存してください。',
    en: 'This is an Excel file of the old format (.xls). Open it in Excel and save it as "Excel Workbook (.xlsx)".',
  },
  'open-data/encrypted-file': {
    ja: 'パスワードで保護されています。パスワードを外して保存してください。',
    en: 'The file is protected by a password. Save it without one.',
  },
  'open-data/unsupported-workbook': {
    ja: 'この形式（{value}）の表は読めません。「Excelブック（.xlsx）」で保存してください。',
    en: 'Spreadsheets of this format ({value}) are not read. Save it as "Excel Workbook (.xlsx)".',
  },
  'open-data/broken-archive': {
    ja: 'ファイルが壊れているか、途中で切れています（{value}）。もう一度保存してください。',
    en: 'The file is damaged or cut off ({value}). Save or download it again.',
  },
  'open-data/archive-too-large': {
    ja: '展開すると大きすぎます（{value}、上限は{expected}）。中身を分けてください。',
    en: 'It would unpack to more than is safe ({value}, the limit is {expected}). Split the content.',
  },
  'open-data/empty-archive': {
    ja: '読める表が、中に1つもありません。CSVやExcelを入れてください。',
    en: 'There is no table inside. Put CSV or Excel files into it.',
  },
  'open-data/entry-not-read': {
    ja: '表でないファイルが{count}個あり、読み飛ばしました（{value}）。不要なら消してください。',
    en: 'Files inside that hold no table were skipped: {count} ({value}). Delete them if they serve no purpose.',
  },
  'open-data/duplicate-entry': {
    ja: '同じ名前のファイルが中に2つ以上あります（{value}）。名前を変えてください。',
    en: 'Several files inside have the same name ({value}). Rename them.',
  },
  'open-data/unsafe-entry-name': {
    ja: 'フォルダーの外を指す名前があります（{value}）。名前を直してください。',
    en: 'A name inside points out of its folder ({value}). It is used as a label only; rename it.',
  },
  'open-data/broken-xml': {
    ja: 'XMLとして読めません（{value}）。もう一度書き出してください。',
    en: 'This is not valid XML, or holds a document type, which is not read ({value}). Export it again.',
  },
  'open-data/network-link': {
    ja: '別の場所にある地図を指しています（{value}）。その先は読みません。必要なら保存して置いてください。',
    en: 'The map points to another one elsewhere ({value}), which is not followed. Save that one too if you need it.',
  },
  'open-data/hidden-sheet': {
    ja: '隠れたシートです。公開してよい内容か、確かめてください。',
    en: 'The sheet is hidden in Excel. Check whether it is meant to be published.',
  },
  'open-data/hidden-rows': {
    ja: '隠れた行が{count}行あり、読み込みました。公開してよい内容か、確かめてください。',
    en: 'Rows hidden in Excel that were read: {count}. Check whether they are meant to be published.',
  },
  'open-data/merged-cells': {
    ja: '結合したセルが{count}か所あります。値は左上だけにあり、ほかは空です。結合を解いてください。',
    en: 'Merged cells: {count}. Only the first of each holds the value, the others are blank. Unmerge them.',
  },
  'open-data/struck-out': {
    ja: '取り消し線の付いたセルが{count}個あります。値はそのまま読みました。不要なら消してください。',
    en: 'Cells that are struck out: {count}. They were read as they are. Delete them if they no longer hold.',
  },
  'open-data/formula-error': {
    ja: '数式の誤りがあるセルが{count}個あります。数式を直して保存してください。',
    en: 'Cells whose formula failed: {count}. Mend the formula and save.',
  },
  'open-data/several-header-rows': {
    ja: '見出しが{count}行あります。「上_下」の形の名前にまとめました。1行にすると確実です。',
    en: 'The header takes {count} rows; their names were joined as "upper_lower". One row is safer.',
  },
  'open-data/side-by-side': {
    ja: '表が横に{count}つ並んでいます。別々の表として読みました。シートを分けてください。',
    en: 'Tables that stand side by side: {count}. They were read apart. Give each a sheet of its own.',
  },
  'open-data/several-tables': {
    ja: '表が{count}つあります。ここで調べたのは、最初の「{value}」だけです。',
    en: 'There are {count} tables. Only the first of them, "{value}", was looked at here.',
  },
};
