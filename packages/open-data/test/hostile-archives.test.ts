import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { type NewEntry, packedZeros, zipOf } from './zip-writer.ts';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-bomb-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Cost {
  readonly outcome: string;
  readonly cpu: number;
  readonly megabytes: number;
}

/** Reads an archive in a process of its own, so that nothing of ours counts as its memory. */
function costOf(entries: readonly NewEntry[]): Cost {
  const path = join(folder, 'bomb.zip');
  writeFileSync(path, zipOf(entries));
  const script = fileURLToPath(new URL('read-cost.ts', import.meta.url));
  const text = execFileSync(process.execPath, [script, path], { encoding: 'utf8' });
  return JSON.parse(text) as Cost;
}

/** 390 MB in 390 KB: as much as deflate can. */
const bomb = { name: 'a.csv', data: '', packed: packedZeros(390), claims: 390e6 };
const sheet = { ...bomb, name: 'xl/worksheets/sheet1.xml' };
const types = { name: '[Content_Types].xml', data: '<Types/>' };

test.each<[string, NewEntry[], string]>([
  ['in a CSV', [bomb], 'open-data/archive-too-large'],
  ['in a workbook', [types, sheet], 'open-data/archive-too-large'],
  ['that claims 10 MB', [{ ...bomb, claims: 10e6 }], 'open-data/broken-archive'],
])('a bomb of 390 KB %s', (_, entries, code) => {
  const { outcome, cpu, megabytes } = costOf(entries);
  expect(outcome).toBe(code);
  expect(megabytes).toBeLessThan(64);
  // CPU, for the machine may be busy with other things.
  expect(cpu).toBeLessThan(200);
});
