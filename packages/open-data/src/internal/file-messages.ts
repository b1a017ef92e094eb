import type { FileCode } from '../problem-code.ts';

/** A sentence in both languages; `{count}` and the like stand for what a finding mentions. */
export interface Message {
  readonly ja: string;
  readonly en: string;
  /** Said instead where the finding is about many rows at once. */
  readonly many?: Message;
}

const AS_CSV = {
  ja: 'CSVかGeoJSONで保存してください。',
  en: 'Save it as CSV or GeoJSON.',
};

/** Sentences about a file as a whole. Japanese sentences stay under 40 characters. */
export const fileMessages: Readonly<Record<FileCode, Message>> = {
  'open-data/empty-file': {
    ja: 'ファイルが空です。内容のあるファイルを置いてください。',
    en: 'The file is empty. Put one with content in its place.',
  },
  'open-data/html-instead-of-csv': {
    ja: '表ではなく、ウェブページ（HTML）です。配布元から、CSVをもう一度保存してください。',
    en: 'This is a web page (HTML), not a table. Save the CSV again from its publisher.',
  },
  'open-data/xml-instead-of-csv': {
    ja: `表ではなく、XMLのファイルです。${AS_CSV.ja}`,
    en: `This is an XML file, not a table. ${AS_CSV.en}`,
  },
  'open-data/excel-instead-of-csv': {
    ja: 'Excelのファイルです。Excelで開き、「CSV UTF-8」の形式で保存してください。',
    en: 'This is an Excel file. Open it in Excel and save it as "CSV UTF-8".',
  },
  'open-data/zip-instead-of-csv': {
    ja: 'ZIPのファイルです。展開して、中のCSVを置いてください。',
    en: 'This is a ZIP archive. Unpack it and use the CSV inside.',
  },
  'open-data/pdf-instead-of-csv': {
    ja: 'PDFのファイルです。元の表を、CSVで保存してください。',
    en: 'This is a PDF file. Save the table it was made from as CSV.',
  },
  'open-data/not-text': {
    ja: `文字のファイルではありません。${AS_CSV.ja}`,
    en: `This is not a text file. ${AS_CSV.en}`,
  },
  'open-data/unknown-encoding': {
    ja: '文字コードを判別できません。「CSV UTF-8」の形式で、保存し直してください。',
    en: 'The encoding is none of UTF-8, UTF-16, CP932, EUC-JP. Save it again as "CSV UTF-8".',
  },
  'open-data/broken-json': {
    ja: 'JSONとして読めません（{value}）。文法を直してください。',
    en: 'This is not valid JSON ({value}). Mend its syntax.',
  },
  'open-data/not-a-table': {
    ja: 'JSONの中に、表になる一覧がありません。GeoJSONか、項目の配列にしてください。',
    en: 'The JSON holds no list of records. Give a FeatureCollection or an array of objects.',
  },
  'open-data/unavailable': {
    ja: 'データは公開されていない、という回答です（{value}）。ほかの配布元を探してください。',
    en: 'The source answers that it has no data to publish ({value}). Look for another source.',
  },
  'open-data/no-header': {
    ja: '見出しの行がありません。最初の行は「{value}」です。列名の行を、先頭に足してください。',
    en: 'There is no header: the first row reads "{value}". Add a row of column names at the top.',
  },
  'open-data/too-many-cells': {
    ja: '表が広すぎます（{count}セル）。空の列を消すか、ファイルを分けてください。',
    en: 'The table is far wider than its content ({count} cells). Delete empty columns or split the file.',
  },
  'open-data/no-rows': {
    ja: '見出しだけで、データの行がありません。行を足してください。',
    en: 'There is a header but no data row. Add rows.',
  },
  'open-data/blank-row': {
    ja: '空の行が{count}行あり、読み飛ばしました。不要なら消してください。',
    en: 'Blank rows skipped: {count}. Delete them if they serve no purpose.',
  },
  'open-data/rows-above-header': {
    ja: '見出しの前後の{count}行は、データとして読みません。見出しを1行目にすると確実です。',
    en: 'Rows around the header that are not read as data: {count}. Put the header in row 1 to be sure.',
  },
  'open-data/mojibake': {
    ja: '文字化けしたセルが{count}個あります。元の表から、保存し直してください。',
    en: 'Cells that were garbled before publication: {count}. Save the file again from its source.',
  },
  'open-data/other-crs': {
    ja: '座標が緯度・経度ではありません（{value}）。JGD2011の経緯度で出力し直してください。',
    en: 'The geometry is not in longitude and latitude ({value}). Export it again in JGD2011 degrees.',
  },
};
