import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkSchemes } from '../src/build.ts';
import { LAW_SCHEMES } from '../src/build/scheme/law-schemes.ts';
import { MONEY, PACK_KEYS, SCENES, SCHEME_KEYS } from '../src/build/scheme/read-scheme.ts';
import { CONDITION_KEYS } from '../src/build/scheme/read-conditions.ts';

interface Shape {
  readonly properties: Readonly<
    Record<
      string,
      {
        readonly enum?: readonly string[];
        readonly anyOf?: readonly { readonly enum?: readonly string[] }[];
      }
    >
  >;
  readonly anyOf?: readonly Shape[];
}
const path = join(import.meta.dirname, '../schema/scheme.schema.json');
const schema = JSON.parse(readFileSync(path, 'utf8')) as {
  anyOf: readonly [Shape, Shape, Shape];
  $defs: Record<string, Shape>;
};
const keys = (shape: Shape | undefined) => Object.keys(shape?.properties ?? {}).sort();
const told = async (text: string): Promise<string> => {
  const { findings } = await checkSchemes([
    { name: 'a.yaml', bytes: new TextEncoder().encode(text) },
  ]);
  return findings.find(({ code }) => code === 'benefits/unknown-key')?.text.en ?? '';
};

test('editors are offered the keys that are read', async () => {
  const [scheme, pack] = schema.anyOf;
  expect(keys(scheme)).toEqual([...SCHEME_KEYS].sort());
  expect(keys(pack)).toEqual([...PACK_KEYS].sort());
  expect(scheme.properties.種類?.enum).toEqual([...MONEY.keys()]);
  expect(pack.properties.国の制度?.anyOf?.[0]?.enum).toEqual([...LAW_SCHEMES.keys()]);
  expect(scheme.properties.場面?.enum).toEqual([...SCENES.keys()]);
  expect(keys(schema.$defs.condition?.anyOf?.[1])).toEqual([...CONDITION_KEYS].sort());
  const head = '制度: あ\n種類: 毎月\nから: 2024-04-01\n条件: []\n額: 1円\n';
  for (const [part, name] of [
    ['根拠一覧: {a: {zzzz: 1}}', 'source'],
    ['質問: {a: {zzzz: 1}}', 'question'],
    ['計算: {a: {zzzz: 1}}', 'version'],
    ['期限: [{zzzz: 1}]', 'deadline'],
    ['連絡先: [{zzzz: 1}]', 'contact'],
    ['例: [{zzzz: 1}]', 'example'],
  ] as const) {
    const listed = /The keys are (.*)\.$/.exec(await told(`${head}${part}\n`))?.[1]?.split(', ');
    expect([name, listed?.sort()]).toEqual([name, keys(schema.$defs[name])]);
  }
});
