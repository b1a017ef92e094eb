import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { datasets } from '@yokoten/standard/datasets';
import { patchSentence, sentence } from '../src/messages.ts';
import type { Finding } from '../src/problem.ts';
import { recognise } from '../src/recognise.ts';
import { applyPatches, type Patch, repair, repairText, undo } from '../src/repair/index.ts';
import { readTable, type Table } from '../src/table.ts';

const folder = fileURLToPath(new URL('golden/repair/', import.meta.url));
const files = readdirSync(folder).filter((name) => !/\.golden\.txt$|^\./u.test(name));
/** A fictitious town's frame; the code is a real one, so that its check digit holds. */
const municipality = { code: '132012', bbox: [139.1, 35.5, 139.6, 35.8] } as const;
const byCode = new Map([
  ['132012', { code: '132012', name: 'あおば市', prefecture: 'みどり県' }],
  ['011002', { code: '011002', name: 'きた市', prefecture: 'ゆき県' }],
]);

function patchLine({ kind, cell, code, before, after, confidence }: Patch): string {
  const sure = confidence === 1 ? '' : ` ${confidence}`;
  return `${cell} ${kind} ${code.slice(10)}${sure} ${JSON.stringify(before)} → ${JSON.stringify(after)}`;
}

function findingLine({ cell, row, code, before, facts }: Finding): string {
  const place = cell ?? `row ${row ?? '-'}`;
  const { expected, count } = facts ?? {};
  const offer = expected === undefined ? '' : ` offers ${JSON.stringify(expected)}`;
  return `${place} ${code.slice(10)} ${JSON.stringify(before ?? '')}${offer}${count === undefined ? '' : ` ×${count}`}`;
}

function lines({ header, rows }: Table): string[] {
  return [header, ...rows.map(({ cells }) => cells)].map((cells) =>
    JSON.stringify(cells).slice(1, -1),
  );
}

/**
 * A file dropped into golden/repair/ is a test. `kind.csv`, or `kind.DATASET.csv` where the file is of a dataset; a name that ends in
 * `-alone` is repaired without knowing the municipality. Each file holds cells that are mended and cells that must not be.
 */
describe('golden repairs', () => {
  test.each(files)('%s', async (file) => {
    const as = datasets.find(({ id }) => file.split('.').includes(id))?.id;
    const read = readTable(readFileSync(folder + file), { file });
    const text = repairText(read);
    const mapping = await recognise(text.table, { as });
    const where = file.includes('-alone') ? {} : { municipality };
    const made = repair(text.table, mapping, {
      ...where,
      municipalityByCode: (code) => byCode.get(code),
    });
    const patches = [...text.patches, ...made.patches];
    const golden = [
      ...patches.map(patchLine),
      '',
      ...made.findings.map(findingLine),
      '',
      ...lines(made.table),
      '',
    ].join('\n');
    await expect(golden).toMatchFileSnapshot(`${folder}${file}.golden.txt`);
    for (const patch of patches) expect(patchSentence(patch).ja).not.toBe(patch.code);
    for (const one of made.findings) expect(sentence(one).ja).not.toBe(one.code);
    expect(undo(made.table, patches)).toEqual(read);
    const written: unknown = JSON.parse(JSON.stringify(patches));
    expect(applyPatches(read, written as Patch[])).toEqual(made.table);
    expect(repair(made.table, made.mapping, where).patches).toEqual([]);
  });
});
