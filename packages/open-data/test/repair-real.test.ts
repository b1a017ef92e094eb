import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { isQuick } from '../../../apps/tools/src/tier.ts';
import { OpenDataError } from '../src/error.ts';
import { recognise } from '../src/recognise.ts';
import { repair, type Repair, repairText, undo } from '../src/repair/index.ts';
import { readTable, type Table } from '../src/table.ts';

/** Files as municipalities publish them. They are not part of the project: without them there is nothing to test. */
const folder = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const files = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:csv|tsv|json|geojson)$/u.test(name))
      .sort()
  : [];
if (files.length === 0) console.log('real files: none at ../shared/data, nothing to repair');

/** All of them take a while. */
const STEP = isQuick ? 4 : 1;

async function repairFile(file: string): Promise<Repair & { readonly read: Table }> {
  const read = readTable(readFileSync(folder + file), { file });
  const text = repairText(read);
  const made = repair(text.table, await recognise(text.table));
  return { ...made, read, patches: [...text.patches, ...made.patches] };
}

describe.skipIf(files.length === 0)('real files', () => {
  test('every file is repaired, reversibly, and then needs no repair', async () => {
    let repaired = 0;
    for (const file of files.filter((_, at) => at % STEP === 0)) {
      try {
        const { table, mapping, patches, read } = await repairFile(file);
        expect(JSON.stringify(undo(table, patches)) === JSON.stringify(read), file).toBe(true);
        expect(repair(table, mapping).patches, file).toEqual([]);
        const removed = patches.flatMap((patch) =>
          patch.kind === 'removed-rows' ? patch.rows : [],
        );
        expect(table.rows.length + removed.length, file).toBe(read.rows.length);
        if (patches.length > 0) repaired++;
      } catch (error) {
        expect(error, file).toBeInstanceOf(OpenDataError);
      }
    }
    expect(repaired).toBeGreaterThan(50 / STEP);
  });

  test.each([
    ['facilities/hachioji/02-八王子景観１００選.csv', 'split-number', 2],
    ['shelters/hachioji-city-hazardmap/01-▶八王子市役所及び市民部事務所.csv', 'json-fragment', 1],
    ['facilities/ishikawa/170003_public_toilet.csv', 'lost-decimal-point', 1],
    ['facilities/ishikawa/170003_aed.csv', 'swapped-latlng', 44],
    ['covid19/patients.csv', 'note-row', 1],
    ['covid19/patients.csv', 'date-format', 5140],
    ['facilities/iida/67233.csv', 'lost-leading-zero', 123],
    ['facilities/takamatsu/0002.csv', 'latlng-in-one-cell', 2 + 2 * 514],
    ['facilities/parks/park_suginamiku_scraped.csv', 'wareki', 334],
    ['shelters/ishikawa/170003_evacuation_space.csv', 'missing-placeholder', 122],
  ])('%s: %s, %i times', async (file, code, count) => {
    const { patches } = await repairFile(file);
    expect(patches.filter((patch) => patch.code === `open-data/${code}`)).toHaveLength(count);
  });

  test('a file that nobody could read is a list of AEDs again', async () => {
    const { table, mapping } = await repairFile('facilities/ishikawa/170003_aed.csv');
    expect(mapping.dataset).toBe('aed');
    expect(table.header.slice(0, 4)).toEqual([
      '全国地方公共団体コード',
      'ID',
      '地方公共団体名',
      '名称',
    ]);
    expect(table.rows[0]?.cells[8]).toMatch(/^石川県/u);
  });
});
