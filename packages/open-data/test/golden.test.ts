import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { OpenDataError } from '../src/error.ts';
import { readPlaces } from '../src/places.ts';
import type { Finding } from '../src/problem.ts';
import { recognise } from '../src/recognise.ts';
import { readTable } from '../src/table.ts';
import { validate } from '../src/validate.ts';

const folder = fileURLToPath(new URL('golden/data/', import.meta.url));
const files = readdirSync(folder).filter((name) => !/\.golden\.json$|^\./u.test(name));
/** A fictitious town's frame; the code is a real one, so that its check digit holds. */
const municipality = { code: '132012', bbox: [139.1, 35.5, 139.6, 35.8] } as const;

function line({ cell, row, severity, code, before, after }: Finding): string {
  const change = before === undefined ? [] : [JSON.stringify(before)];
  if (after !== undefined) change.push('→', JSON.stringify(after));
  return [cell ?? (row === undefined ? 'file' : `row ${row}`), severity, code, ...change].join(' ');
}

async function summary(file: string): Promise<unknown> {
  try {
    const table = readTable(readFileSync(folder + file), { file });
    const mapping = await recognise(table);
    const { places, leftOut } = readPlaces(table, mapping);
    const { kind, encoding, bom, newline, headerRow } = table;
    return {
      file: [kind, encoding, bom ? 'with BOM' : 'without BOM', newline].join(', '),
      header: `row ${headerRow}: ${mapping.dataset ?? 'unknown'}, ${mapping.generation}`,
      columns: mapping.columns.map(({ header, standard }) => `${header} → ${standard ?? '?'}`),
      places: places.map(
        ({ row, line: at, name, at: [lng, lat] }) =>
          `row ${row}, line ${at}: ${name} ${lng},${lat}`,
      ),
      leftOut: leftOut.map(({ row, line: at }) => `row ${row}, line ${at}`),
      problems: [...table.problems, ...validate(table, mapping, { municipality })].map(line),
    };
  } catch (error) {
    if (error instanceof OpenDataError) return { refused: error.code };
    throw error;
  }
}

/** A file dropped into golden/data/ is a test: its twin `<name>.golden.json` is written on the first run, to be read by a person. */
describe('golden files', () => {
  test.each(files)('%s', async (file) => {
    const text = `${JSON.stringify(await summary(file), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`${folder}${file}.golden.json`);
  });
});
