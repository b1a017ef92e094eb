import type { Localized } from '@yokoten/standard';
import type { FileCode } from '../problem-code.ts';

/** What the sentences below may mention. */
export interface MessageValues {
  readonly count?: number;
  /** Set where the sentence is about many rows at once. */
  readonly rows?: number;
  /** A value from the file, already shortened for display. */
  readonly value?: string;
  readonly column?: string;
  readonly expected?: string;
  /** A position as `lat, lng`. */
  readonly at?: string;
}

export type Message = (values: MessageValues) => Localized;

/** Sentences about a file as a whole. Japanese sentences stay under 40 characters. */
export const fileMessages: Readonly<Record<FileCode, Message>> = {
  'open-data/empty-file': () => ({
    ja: 'ファイルが空です。内容のあるファイルを置いてください。',
    en: 'The file is empty. Put a file with content in its place.',
  }),
  'open-data/html-instead-of-csv': () => ({
    ja: '表ではなく、ウェブページ（HTML）です。配布元から、CSVをもう一度保存してください。',
    en: 'This is a web page (HTML), not a table. Save the CSV again from where it is published.',
  }),
  'open-data/xml-instead-of-csv': () => ({
    ja: '表ではなく、XMLのファイルです。CSVかGeoJSONで保存してください。',
    en: 'This is an XML file, not a table. Save it as CSV or GeoJSON.',
  }),
  'open-data/excel-instead-of-csv': () => ({
    ja: 'Excelのファイルです。Excelで開き、「CSV UTF-8」の形式で保存してください。',
    en: 'This is an Excel file. Open it in Excel and save it as "CSV UTF-8".',
  }),
  'open-data/zip-instead-of-csv': () => ({
    ja: 'ZIPのファイルです。展開して、中のCSVを置いてください。',
    en: 'This is a ZIP archive. Unpack it and use the CSV inside.',
  }),
  'open-data/pdf-instead-of-csv': () => ({
    ja: 'PDFのファイルです。元の表を、CSVで保存してください。',
    en: 'This is a PDF file. Save the table it was made from as CSV.',
  }),
  'open-data/not-text': () => ({
    ja: '文字のファイルではありません。CSVかGeoJSONで保存してください。',
    en: 'This is not a text file. Save it as CSV or GeoJSON.',
  }),
  'open-data/unknown-encoding': () => ({
    ja: '文字コードを判別できません。「CSV UTF-8」の形式で、保存し直してください。',
    en: 'The character encoding is none of UTF-8, UTF-16, CP932, EUC-JP. Save it again as "CSV UTF-8".',
  }),
  'open-data/broken-json': ({ value }) => ({
    ja: `JSONとして読めません（${value ?? ''}）。文法を直してください。`,
    en: `This is not valid JSON (${value ?? ''}). Mend its syntax.`,
  }),
  'open-data/not-a-table': () => ({
    ja: 'JSONの中に、表になる一覧がありません。GeoJSONか、項目の配列にしてください。',
    en: 'The JSON holds no list of records. Give a GeoJSON FeatureCollection or an array of objects.',
  }),
  'open-data/no-header': ({ value }) => ({
    ja: `見出しの行がありません。最初の行は「${value ?? ''}」です。列名の行を、先頭に足してください。`,
    en: `There is no header row: the first row reads "${value ?? ''}". Add a row of column names at the top.`,
  }),
  'open-data/too-many-cells': ({ count }) => ({
    ja: `表が広すぎます（${count ?? 0}セル）。空の列を消すか、ファイルを分けてください。`,
    en: `The table is far wider than its content (${count ?? 0} cells). Delete empty columns or split the file.`,
  }),
  'open-data/no-rows': () => ({
    ja: '見出しだけで、データの行がありません。行を足してください。',
    en: 'There is a header but no data row. Add rows.',
  }),
  'open-data/blank-row': ({ count }) => ({
    ja: `空の行が${count ?? 0}行あり、読み飛ばしました。不要なら消してください。`,
    en: `Blank rows skipped: ${count ?? 0}. Delete them if they serve no purpose.`,
  }),
  'open-data/rows-above-header': ({ count }) => ({
    ja: `見出しの前後の${count ?? 0}行は、データとして読みません。見出しを1行目にすると確実です。`,
    en: `Rows around the header that are not read as data: ${count ?? 0}. Put the header in row 1 to be sure.`,
  }),
  'open-data/mojibake': ({ count }) => ({
    ja: `文字化けしたセルが${count ?? 0}個あります。元の表から、保存し直してください。`,
    en: `Cells that were garbled before publication: ${count ?? 0}. Save the file again from its source.`,
  }),
  'open-data/other-crs': ({ value }) => ({
    ja: `座標が緯度・経度ではありません（${value ?? ''}）。JGD2011の経緯度で出力し直してください。`,
    en: `The geometry is not in longitude and latitude (${value ?? ''}). Export it again in JGD2011 degrees.`,
  }),
};
