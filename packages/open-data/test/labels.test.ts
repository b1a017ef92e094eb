import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Mapping, recognise } from '../src/recognise.ts';
import { read } from '../src/read.ts';
import type { Table } from '../src/table.ts';

type Label = readonly [header: string, byCells: string | null, byHeader?: string];

interface LabelledFile {
  readonly file: string;
  readonly dataset: string | null;
  readonly generation: string | null;
  readonly repaired?: true;
  readonly columns: readonly Label[];
}

interface Score {
  files: number;
  datasets: number;
  mappable: number;
  found: number;
  readonly wrong: string[];
}

const labels = JSON.parse(
  readFileSync(fileURLToPath(new URL('labels/real-files.json', import.meta.url)), 'utf8'),
) as { readonly files: readonly LabelledFile[] };
const folder = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const areFilesThere = existsSync(folder);
if (!areFilesThere) console.log('labels: no files at ../shared/data, only their headers are tried');

const isHeldOut = ({ file }: LabelledFile): boolean =>
  BigInt(`0x${createHash('sha256').update(file).digest('hex')}`) % 3n === 0n;

/** A table without rows: what a header says by itself. */
function headerOnly({ file, columns }: LabelledFile): Table {
  const none = { headerRow: 1, headerLine: 1, rows: [], preamble: [], blankRows: 0, problems: [] };
  const header = columns.map(([label]) => label);
  return { file, kind: 'csv', encoding: 'utf-8', bom: false, newline: 'lf', header, ...none };
}

/** The file itself; `undefined` where its header has to be repaired first. */
async function fileTable({ file, columns, repaired }: LabelledFile): Promise<Table | undefined> {
  if (repaired === true) return undefined;
  const [table] = await read(readFileSync(folder + file), { file });
  expect(table?.header, file).toEqual(columns.map(([label]) => label));
  return table;
}

/** A question mark leaves it open whether there is a meaning; alternatives stand between bars. */
const accepts = (label: string | null, found: string | null): boolean =>
  found === null
    ? label === null || label.endsWith('?')
    : (label?.replace(/\?$/u, '').split('|').includes(found) ?? false);

function add(score: Score, labelled: LabelledFile, mapping: Mapping, hasRows: boolean): void {
  const { file, dataset, generation, columns } = labelled;
  const found = mapping.dataset ?? null;
  const isRight = accepts(dataset, found);
  score.files++;
  if (isRight && (generation ?? mapping.generation) === mapping.generation) score.datasets++;
  if (found !== null && !isRight) score.wrong.push(`${file} is no ${found}`);
  for (const [index, [header, byCells, byHeader = byCells]] of columns.entries()) {
    const label = hasRows ? byCells : byHeader;
    const standard = mapping.columns[index]?.standard ?? null;
    const isMeant = accepts(label, standard);
    if (standard !== null && !isMeant) score.wrong.push(`${file}: ${header} is not ${standard}`);
    if (label === null || label.endsWith('?')) continue;
    score.mappable++;
    if (isMeant) score.found++;
  }
}

async function scoreOf(files: readonly LabelledFile[], withRows: boolean): Promise<Score> {
  const score: Score = { files: 0, datasets: 0, mappable: 0, found: 0, wrong: [] };
  for (const labelled of files) {
    const table = withRows ? await fileTable(labelled) : undefined;
    const mapping = await recognise(table ?? headerOnly(labelled));
    add(score, labelled, mapping, table !== undefined);
  }
  return score;
}

const share = ({ found, mappable }: Score): number => found / mappable;
const line = (name: string, { files, datasets, mappable, found, wrong }: Score): string =>
  `labels, ${name}: ${datasets} of ${files} files, ${found} of ${mappable} columns, ${wrong.length} wrong`;

describe('columns labelled by hand', () => {
  const all = labels.files;

  test.skipIf(!areFilesThere)('of the files themselves', async () => {
    const seen = await scoreOf(
      all.filter((one) => !isHeldOut(one)),
      true,
    );
    const heldOut = await scoreOf(all.filter(isHeldOut), true);
    console.log(`${line('seen', seen)}\n${line('held out', heldOut)}`);
    expect([...seen.wrong, ...heldOut.wrong]).toEqual([]);
    expect(share(seen)).toBeGreaterThanOrEqual(0.98);
    expect(
      (seen.found + heldOut.found) / (seen.mappable + heldOut.mappable),
    ).toBeGreaterThanOrEqual(0.98);
    expect(share(heldOut)).toBeGreaterThanOrEqual(0.97);
    expect(seen.datasets + heldOut.datasets).toBeGreaterThanOrEqual(all.length - 1);
  });

  test('of their headers alone', async () => {
    const score = await scoreOf(all, false);
    console.log(line('headers alone', score));
    expect(score.wrong).toEqual([]);
    expect(score.datasets).toBeGreaterThanOrEqual(all.length - 1);
    expect(share(score)).toBeGreaterThanOrEqual(0.96);
  });
});
