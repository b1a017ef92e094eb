import type { Localized } from '@yokoten/standard';
import type { Fix } from './fixes.ts';
import type { Report, ReportDataset, ReportPatch } from './model.ts';
import { type ReportLanguage, say, wordsOf } from './words.ts';

/** Text in a language; English may be missing where a validator brings its own sentence. */
export function inLanguage({ ja, en }: Localized, language: ReportLanguage): string {
  return language === 'en' ? (en ?? ja) : ja;
}

/** The file, with the sheet or entry the report is about. */
export function nameOf({ file, part }: Pick<Report, 'file' | 'part'>): string {
  return part === undefined ? file : `${file} (${part})`;
}

/** A step to take, as a sentence without its gain. */
export function fixText(
  { action, column = '', code = '', count }: Fix,
  language: ReportLanguage,
): string {
  const { fixes, fileFixes } = wordsOf(language);
  if (action === 'file') return fileFixes[code as keyof typeof fileFixes] ?? code;
  const ofRows = action === 'correct' && column === '';
  return say(fixes[ofRows ? 'rows' : action], language, count, ofRows ? code : column);
}

/** What a step gains, to one decimal, never shown as nothing. */
export function gainText(gain: number, language: ReportLanguage): string {
  return say(wordsOf(language).gain, language, Math.max(0.1, Math.round(gain * 10) / 10));
}

/** Which dataset, how sure, as one line. */
export function datasetText({ dataset, confidence }: Report, language: ReportLanguage): string {
  const words = wordsOf(language);
  if (dataset === null) return words.noDataset;
  const sure = say(words.sure, language, Math.floor(confidence * 100));
  const inferred = dataset.certainty === 'inferred' ? [words.inferred] : [];
  const open = language === 'ja' ? '、' : ', ';
  return [titleText(dataset, language), sure, ...inferred].join(open);
}

/** Number and title of a dataset. */
export function titleText({ number, title }: ReportDataset, language: ReportLanguage): string {
  return `${number} ${inLanguage(title, language)}`;
}

/** Patches that do the same, in the order in which they first come. */
export function patchesByCode(
  patches: readonly ReportPatch[],
): readonly (readonly ReportPatch[])[] {
  const groups = new Map<string, ReportPatch[]>();
  for (const patch of patches) {
    const group = groups.get(patch.code);
    if (group === undefined) groups.set(patch.code, [patch]);
    else group.push(patch);
  }
  return [...groups.values()];
}

/** A share as a percentage. Only nothing is 0 % and only everything is 100 %. */
export function percent(rate: number): string {
  const rounded = Math.round(rate * 100);
  if (rounded === 0 && rate > 0) return '< 1 %';
  if (rounded === 100 && rate < 1) return '> 99 %';
  return `${rounded} %`;
}

/** Encoding, line ends and the like, as one line. */
export function formatText({ format }: Report): string {
  const { kind, encoding, bom, newline } = format;
  return [
    KINDS[kind] ?? kind,
    (ENCODINGS[encoding] ?? encoding.toUpperCase()) + (bom ? ' (BOM)' : ''),
    newline === 'none' ? '' : newline.toUpperCase(),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

const KINDS: Readonly<Partial<Record<string, string>>> = {
  csv: 'CSV',
  tsv: 'TSV',
  linkdata: 'CSV (LinkData)',
  json: 'JSON',
  geojson: 'GeoJSON',
  xlsx: 'Excel (xlsx)',
  kml: 'KML',
  ngsi: 'NGSI',
  umap: 'uMap',
};
const ENCODINGS: Readonly<Partial<Record<string, string>>> = {
  'utf-8': 'UTF-8',
  cp932: 'Shift_JIS (CP932)',
  'euc-jp': 'EUC-JP',
};
