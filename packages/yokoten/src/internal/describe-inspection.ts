import type { InspectedColumn, Inspection } from '@yokoten/open-data';
import { datasets } from '@yokoten/standard/datasets';
import { inLanguage, type Language } from './language.ts';
import { describeFindings } from './print-problems.ts';
import { alignColumns, printable } from './terminal-text.ts';

const KINDS: Readonly<Record<Inspection['kind'], string>> = {
  csv: 'CSV',
  tsv: 'TSV',
  linkdata: 'CSV (LinkData)',
  json: 'JSON',
  geojson: 'GeoJSON',
  xlsx: 'Excel',
  kml: 'KML',
  ngsi: 'NGSI',
  umap: 'uMap',
};

const GENERATIONS: Readonly<Record<Inspection['generation'], Readonly<Record<Language, string>>>> =
  {
    current: { ja: '自治体標準オープンデータセット', en: 'standard dataset' },
    previous: { ja: '推奨データセット（以前の形）', en: 'recommended dataset (older form)' },
    'template-2021': {
      ja: '2021年のハザードマップの形',
      en: 'layout of the 2021 hazard map template',
    },
    other: { ja: '独自の形', en: 'a layout of its own' },
  };

/** What a file is and what is wrong with it, as a person reads it. */
export function describeInspection(inspection: Inspection, language: Language): string {
  const ja = language === 'ja';
  const { file, kind, encoding, rows, columns, problems } = inspection;
  const count = new Intl.NumberFormat(language);
  const facts = [
    [ja ? '  種類' : '  kind', `${KINDS[kind]}, ${encoding}`],
    [ja ? '  内容' : '  content', describeContent(inspection, language)],
    [ja ? '  件数' : '  rows', `${count.format(rows)}${ja ? ' 行' : ''}`],
    [ja ? '  列' : '  columns', describeColumns(columns, language)],
  ];
  const found = describeFindings(problems, language);
  return [
    printable(file),
    ...alignColumns(facts),
    ...differingColumns(columns, language),
    '',
    ...(found.length > 0 ? found : [ja ? '問題は見つかりませんでした。' : 'No problems found.']),
  ].join('\n');
}

function describeColumns(columns: readonly InspectedColumn[], language: Language): string {
  const same = columns.filter(({ header, standard }) => header === standard).length;
  const unknown = columns.filter(({ standard }) => standard === null).length;
  const other = columns.length - same - unknown;
  return language === 'ja'
    ? `${columns.length}（標準どおり ${same}、読みかえ ${other}、標準にない ${unknown}）`
    : `${columns.length} (${same} as in the standard, ${other} under another name, ${unknown} not in it)`;
}

/** Only these need a look: columns that are named as the standard does say nothing new. */
function differingColumns(columns: readonly InspectedColumn[], language: Language): string[] {
  const ja = language === 'ja';
  const rows = columns
    .filter(({ header, standard }) => header !== standard)
    .map(({ header, standard }) => [
      `    ${printable(header) || (ja ? '（名前なし）' : '(no name)')}`,
      standard === null ? '–' : `→ ${standard}`,
    ]);
  return alignColumns(rows);
}

function describeContent(
  { dataset, generation, confidence }: Inspection,
  language: Language,
): string {
  const edition = GENERATIONS[generation][language];
  const known = datasets.find(({ id }) => id === dataset);
  if (known === undefined) {
    const none =
      language === 'ja' ? '標準のどのデータセットでもありません' : 'none of the standard datasets';
    return `${none} (${edition})`;
  }
  const percent = Math.floor(confidence * 100);
  const sure = language === 'ja' ? `一致 ${percent} %` : `${percent} % match`;
  return `${known.number} ${inLanguage(known.title, language)} (${known.id}), ${edition}, ${sure}`;
}
