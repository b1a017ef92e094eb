import type { FileCheckName } from './file-checks.ts';
import type { Fix } from './fixes.ts';
import type { Report } from './model.ts';
import type { ScorePart } from './score.ts';

/** Languages a report is written in. */
export type ReportLanguage = 'ja' | 'en';

/** What a report says beside the data, in one language. `{n}` stands for a number, `{x}` for a name. */
export interface Words {
  readonly title: string;
  readonly score: string;
  readonly published: string;
  readonly corrected: string;
  readonly points: string;
  readonly noRows: string;
  readonly next: string;
  readonly nothingToDo: string;
  readonly gain: string;
  readonly facts: string;
  readonly file: string;
  readonly kind: string;
  readonly dataset: string;
  readonly noDataset: string;
  readonly inferred: string;
  readonly sure: string;
  readonly orElse: string;
  readonly edition: string;
  readonly rows: string;
  readonly header: string;
  readonly inRow: string;
  readonly places: string;
  readonly why: string;
  readonly whyNote: string;
  readonly part: string;
  readonly share: string;
  readonly checks: string;
  readonly missing: string;
  readonly missingNote: string;
  readonly perColumn: string;
  readonly column: string;
  readonly standard: string;
  readonly mark: string;
  readonly blank: string;
  readonly rate: string;
  readonly notThere: string;
  readonly unnamed: string;
  readonly problems: string;
  readonly noProblems: string;
  readonly count: string;
  readonly what: string;
  readonly more: string;
  readonly patches: string;
  readonly noPatches: string;
  readonly before: string;
  readonly after: string;
  readonly cell: string;
  readonly empty: string;
  readonly offers: string;
  readonly offersNote: string;
  readonly positions: string;
  readonly positionsNote: string;
  readonly map: string;
  readonly place: string;
  readonly outlier: string;
  readonly area: string;
  readonly km: string;
  readonly footer: string;
  readonly yes: string;
  readonly no: string;
  readonly severities: Readonly<Record<'error' | 'warning' | 'info', string>>;
  readonly marks: Readonly<Record<'required' | 'recommended' | 'optional' | 'unknown', string>>;
  readonly others: string;
  readonly parts: Readonly<Record<ScorePart, string>>;
  readonly fileChecks: Readonly<Record<FileCheckName, string>>;
  /** The same checks as steps to take. */
  readonly fileFixes: Readonly<Record<FileCheckName, string>>;
  readonly editions: Readonly<Record<Report['generation'], string>>;
  readonly fixes: Readonly<Record<Exclude<Fix['action'], 'file'> | 'rows', string>>;
}

const ja: Words = {
  title: 'データの確認結果',
  score: '点数',
  published: '公開中のファイル',
  corrected: '修正版のファイル',
  points: '{n}点',
  noRows: 'データの行がないため、点数は0です。',
  next: '次にすると良いこと',
  nothingToDo: '直すところはありません。',
  gain: '＋{n}点',
  facts: 'ファイルについて',
  file: 'ファイル名',
  kind: '形式',
  dataset: 'データセット',
  noDataset: '標準のどのデータセットでもありません',
  inferred: '列の並びは推定です',
  sure: '一致 {n} %',
  orElse: 'ほかの候補',
  edition: '版',
  rows: '件数',
  header: '見出し',
  inRow: '{n}行目',
  places: '{n}か所',
  why: '点数の内訳',
  whyNote: '配点に、良いものの割合を掛けて足します。当てはまらない項目の配点は、ほかに分けます。',
  part: '項目',
  share: '良い数／全体',
  checks: 'ファイル全体の確認',
  missing: '空欄の割合',
  missingNote: '修正版のファイルで数えています。ない列は、全行が空欄として数えます。',
  perColumn: '列ごとの空欄',
  column: '列',
  standard: '標準の列名',
  mark: '区分',
  blank: '空欄',
  rate: '割合',
  notThere: '列がありません',
  unnamed: '（名前なし）',
  problems: '残っている問題と質問',
  noProblems: '問題は見つかりませんでした。',
  count: '件数',
  what: '内容',
  more: 'ほか{n}件',
  patches: '修正版で直したところ',
  noPatches: '直したところはありません。',
  before: '直す前',
  after: '直した後',
  cell: 'セル',
  empty: '（空）',
  offers: '確かめてほしい列',
  offersNote: '意味がはっきりしない列です。何も変えていません。',
  positions: '位置',
  positionsNote: '位置のある行は{n}行、ない行は{x}行です。',
  map: '地点の分布。上が北です。地点{n}か所のうち、離れた地点は{x}か所です。',
  place: '地点',
  outlier: '離れた地点（数字は行）',
  area: '市区町村の範囲',
  km: '{n} km',
  footer: 'この結果は、この端末の中だけで作られました。',
  yes: '良い',
  no: '直す',
  severities: { error: 'エラー', warning: '注意', info: '質問・お知らせ' },
  marks: { required: '◎ 必須', recommended: '○ 推奨', optional: '任意', unknown: '区分不明' },
  others: 'そのほかの列',
  parts: {
    required: '必須の列が埋まっている',
    recommended: '推奨の列が埋まっている',
    values: '値が書式に合っている',
    positions: '位置が使える',
    file: 'ファイル全体の確認',
  },
  fileChecks: {
    encoding: '文字コードがUTF-8',
    'first-row': '見出しが1行目',
    labels: '見出しに空や重なりがない',
    widths: 'どの行も列の数が同じ',
    characters: '文字化けや引用符の誤りがない',
    'blank-rows': '空の行がない',
    names: '列名が今の標準と同じ',
  },
  fileFixes: {
    encoding: 'UTF-8で保存する',
    'first-row': '見出しを1行目にする',
    labels: '見出しの空や重なりをなくす',
    widths: 'どの行も列の数をそろえる',
    characters: '文字化けや引用符の誤りを直す',
    'blank-rows': '空の行を消す',
    names: '列名を今の標準に合わせる',
  },
  editions: {
    current: '自治体標準オープンデータセット',
    previous: '推奨データセット（以前の形）',
    'template-2021': '2021年のハザードマップの形',
    other: '独自の形',
  },
  fixes: {
    fill: '「{x}」の空欄{n}行を埋める',
    'add-column': '「{x}」の列を足し、{n}行に入れる',
    correct: '「{x}」の{n}セルを直す',
    rows: '{n}行の問題を直す（{x}）',
    positions: '{n}行の緯度・経度を直す',
  },
};

const en: Words = {
  title: 'Data check',
  score: 'Score',
  published: 'File as published',
  corrected: 'Corrected file',
  points: '{n} points',
  noRows: 'There are no data rows, so the score is 0.',
  next: 'What to do next',
  nothingToDo: 'There is nothing to mend.',
  gain: '+{n} points',
  facts: 'About the file',
  file: 'File',
  kind: 'Format',
  dataset: 'Dataset',
  noDataset: 'None of the standard datasets',
  inferred: 'its columns are inferred',
  sure: '{n} % match',
  orElse: 'It could also be',
  edition: 'Edition',
  rows: 'Rows',
  header: 'Header',
  inRow: 'row {n}',
  places: '{n} places',
  why: 'How the score comes about',
  whyNote:
    'Weight times the share that is good, added up. The weight of what does not apply goes to the rest.',
  part: 'Part',
  share: 'Good / all',
  checks: 'Checks of the file as a whole',
  missing: 'Blank cells',
  missingNote:
    'Counted in the corrected file. A column that is not there counts as blank in every row.',
  perColumn: 'Blank cells by column',
  column: 'Column',
  standard: 'Standard name',
  mark: 'Mark',
  blank: 'Blank',
  rate: 'Share',
  notThere: 'The column is not there',
  unnamed: '(no name)',
  problems: 'Problems and questions that remain',
  noProblems: 'No problems found.',
  count: 'Count',
  what: 'What',
  more: '{n} more',
  patches: 'What was changed in the corrected file',
  noPatches: 'Nothing was changed.',
  before: 'Before',
  after: 'After',
  cell: 'Cell',
  empty: '(blank)',
  offers: 'Columns to confirm',
  offersNote: 'The meaning of these columns is not sure. Nothing was changed.',
  positions: 'Positions',
  positionsNote: 'Rows with a position: {n}. Rows without: {x}.',
  map: 'Where the places lie, north is up: {n} places, {x} of them far off.',
  place: 'Place',
  outlier: 'Place far off (the number is its row)',
  area: 'Frame of the municipality',
  km: '{n} km',
  footer: 'This result was made on this device alone.',
  yes: 'good',
  no: 'to mend',
  severities: { error: 'Error', warning: 'Warning', info: 'Question or note' },
  marks: {
    required: '◎ required',
    recommended: '○ recommended',
    optional: 'optional',
    unknown: 'mark unknown',
  },
  others: 'Other columns',
  parts: {
    required: 'Required columns are filled',
    recommended: 'Recommended columns are filled',
    values: 'Values follow their format',
    positions: 'Positions can be used',
    file: 'The file as a whole',
  },
  fileChecks: {
    encoding: 'Encoded as UTF-8',
    'first-row': 'Header in row 1',
    labels: 'No blank or repeated header',
    widths: 'Every row has the same number of cells',
    characters: 'No broken characters or quotes',
    'blank-rows': 'No blank rows',
    names: 'Columns named as the standard does today',
  },
  fileFixes: {
    encoding: 'Save the file as UTF-8',
    'first-row': 'Put the header in row 1',
    labels: 'Name every column, each once',
    widths: 'Give every row the same number of cells',
    characters: 'Mend broken characters and quotes',
    'blank-rows': 'Delete blank rows',
    names: 'Name the columns as the standard does today',
  },
  editions: {
    current: 'standard dataset',
    previous: 'recommended dataset (older form)',
    'template-2021': 'layout of the 2021 hazard map template',
    other: 'a layout of its own',
  },
  fixes: {
    fill: 'Fill the blank "{x}" in {n} rows',
    'add-column': 'Add the column "{x}" and fill it in {n} rows',
    correct: 'Correct "{x}" in {n} cells',
    rows: 'Mend {n} rows ({x})',
    positions: 'Put latitude and longitude right in {n} rows',
  },
};

const words: Readonly<Record<ReportLanguage, Words>> = { ja, en };

/** The words of a language. */
export function wordsOf(language: ReportLanguage): Words {
  return words[language];
}

/** Puts a number and a name into a sentence; numbers get thousands separators. */
export function say(
  text: string,
  language: ReportLanguage,
  n: number | string = '',
  x: number | string = '',
): string {
  const shown = (value: number | string): string =>
    typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value;
  return text.replace(/\{([nx])\}/gu, (_, one: string) => shown(one === 'n' ? n : x));
}
