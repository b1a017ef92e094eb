import type { Examination } from '@yokoten/open-data/report';
import { extname } from 'node:path';
import { fault, YokotenError } from '../fault.ts';

/** What a file can be converted to. */
export const FORMS = ['geojson', 'csv', 'json', 'parquet'] as const;
export type Form = (typeof FORMS)[number];

/**
 * The form that was asked for, else the one that the output's name ends with.
 * @throws YokotenError `yokoten/missing-argument`
 */
export function formOf(to: string | undefined, output: string | undefined): Form {
  const ending = extname(output ?? '').slice(1);
  const form = FORMS.find((one) => one === (to ?? ending));
  if (form !== undefined) return form;
  throw new YokotenError(
    fault(
      'yokoten/missing-argument',
      `書き出す形を「--to」で書いてください。使えるのは ${FORMS.join(', ')} です。`,
      `Say with --to which form to write: ${FORMS.join(', ')}.`,
    ),
  );
}

/** The corrected table in another form. */
export async function converted(
  { corrected: { table, mapping } }: Examination,
  form: Form,
): Promise<Uint8Array | string> {
  if (form === 'parquet') {
    const { tableParquet } = await import('@yokoten/open-data/columnar');
    return tableParquet(table, mapping);
  }
  const { exportCsv, exportGeoJson, exportJson } = await import('@yokoten/open-data/export');
  if (form === 'csv') return exportCsv(table, mapping).bytes;
  const value = form === 'geojson' ? exportGeoJson(table, mapping) : exportJson(table, mapping);
  return `${JSON.stringify(value)}\n`;
}
