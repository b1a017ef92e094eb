import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkSchemes, type SchemeSource } from '../src/build.ts';
import { demoPack } from '../src/demo.ts';
import { data as demo } from '../src/generated/demo/data.ts';

const folder = join(import.meta.dirname, '../../../templates/benefits-navigator/schemes');
const schemes: readonly SchemeSource[] = readdirSync(folder).map((name) => ({
  // As in the package, so that the places in the compiled rules are the same.
  name: `demo/${name}`,
  bytes: new Uint8Array(readFileSync(join(folder, name))),
}));

test('the template’s schemes, cut into what a town keeps and what it does not, mean what those of the package mean', async () => {
  const { compiled, findings, passed, failed } = await checkSchemes(schemes);
  expect(findings).toEqual([]);
  expect([passed > 0, failed]).toEqual([true, 0]);
  const { origin, ...data } = compiled?.data ?? demo;
  const { origin: packaged, ...same } = demo;
  expect(JSON.parse(JSON.stringify(data))).toEqual(same);
  expect([origin.version, origin.licence]).toEqual([packaged.version, packaged.licence]);
  expect([...(compiled?.texts.keys() ?? [])].sort()).toEqual([...demoPack.languages].sort());
  for (const [language, { title, ...texts }] of compiled?.texts ?? []) {
    const { title: named, ...words } = await demoPack.texts(language);
    expect(texts).toEqual(words);
    expect([title, named].every((one) => one.length > 0)).toBe(true);
  }
});

test('a scheme is the same file in both, byte for byte', () => {
  const own = readdirSync(join(import.meta.dirname, '../demo')).filter((name) =>
    /^[1-9]/.test(name),
  );
  expect(own.length).toBeGreaterThan(2);
  for (const name of own)
    expect(readFileSync(join(folder, name), 'utf8')).toBe(
      readFileSync(join(import.meta.dirname, '../demo', name), 'utf8'),
    );
});
