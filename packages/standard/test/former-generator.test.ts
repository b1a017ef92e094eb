import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const history = here('../../../../shared/data/codes/absorption_separation.rds');

function generate(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'former-'));
  try {
    const output = join(folder, 'former-municipalities.ts');
    execFileSync(process.execPath, [here('../scripts/former-municipalities.mjs'), source, output]);
    return readFileSync(output, 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.skipIf(!existsSync(history))(
  'the table is what its generator writes (skipped where ../shared/data has no history of codes)',
  () => {
    const committed = readFileSync(here('../src/generated/former-municipalities.ts'), 'utf8');
    expect(generate(history) === committed).toBe(true);
  },
);

/** The parts of R's binary form that the history is made of. */
const int = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeInt32BE(value, i * 4);
  return bytes;
};
const char = (text: string | null): Buffer =>
  text === null ? int(9, -1) : Buffer.concat([int(9, Buffer.byteLength(text)), Buffer.from(text)]);
const strings = (values: readonly (string | null)[]): Buffer =>
  Buffer.concat([int(16, values.length), ...values.map(char)]);
const reals = (values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 8);
  for (const [i, value] of values.entries()) bytes.writeDoubleBE(value, i * 8);
  return Buffer.concat([int(14, values.length), bytes]);
};
const table = (columns: Readonly<Record<string, Buffer>>): Buffer => {
  const names = strings(Object.keys(columns));
  const attributes = Buffer.concat([int(0x402, 1), char('names'), names, int(254)]);
  const values = Object.values(columns);
  return Buffer.concat([int(0x213, values.length), ...values, attributes]);
};

type Place = readonly [code: string | null, city: string | null, name: string | null];
const places = (list: readonly Place[]): Buffer =>
  table({
    city_code: strings(list.map(([code]) => code)),
    city_desig_name: strings(list.map(([, city]) => city)),
    city_name: strings(list.map(([, , name]) => name)),
  });

test('a made-up history: chains, divisions, renamings, counties, and pairs that the list mixes', () => {
  const changes: readonly (readonly [day: number, event: string, from: Place, to: Place])[] = [
    [1, 'county', ['13999', '見本郡', null], ['13998', '見本郡', '甲町']],
    [2, 'moved', ['13991', '東郡', '甲町'], ['13993', '西郡', '甲町']],
    [2, 'moved', ['13991', '東郡', '甲町'], ['13994', '西郡', '乙町']],
    [2, 'moved', ['13992', '東郡', '乙町'], ['13993', '西郡', '甲町']],
    [2, 'moved', ['13992', '東郡', '乙町'], ['13994', '西郡', '乙町']],
    [3, 'renamed', ['13993', '西郡', '甲町'], ['13993', '西郡', '丙町']],
    [4, 'merged', ['13993', '西郡', '丙町'], ['13201', null, '八王子市']],
    [5, 'divided', ['13994', '西郡', '乙町'], ['13201', null, '八王子市']],
    [5, 'divided', ['13994', '西郡', '乙町'], ['13212', null, '日野市']],
    [6, 'ward', ['22131', '浜松市', '中区'], ['22138', '浜松市', '中央区']],
    [7, 'new', [null, null, null], ['13995', '西郡', '新村']],
  ];
  const bytes = Buffer.concat([
    Buffer.from('X\n'),
    int(2, 0, 0),
    table({
      date: reals(changes.map(([day]) => day)),
      event: strings(changes.map(([, event]) => event)),
      from: places(changes.map(([, , from]) => from)),
      to: places(changes.map(([, , , to]) => to)),
    }),
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'history-'));
  try {
    const source = join(folder, 'history.rds');
    writeFileSync(source, bytes);
    const columns = [...generate(source).matchAll(/^ {2}"(.*)";$/gmu)].map(([, text]) => text);
    expect(columns).toEqual([
      '13991,1,1,1,8137',
      '甲町,乙町,丙町,乙町,浜松市中区',
      '13201,13201+13212,13201,13201+13212,22138',
      '19700103,,19700105,19700106,19700107',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
