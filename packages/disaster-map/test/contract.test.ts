import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { DisasterMap } from '../src/element/disaster-map.ts';
import { readContract } from '../../../apps/tools/src/manifest/contract.ts';
import { describeElement } from '../../../apps/tools/src/manifest/describe.ts';
import type { DisasterMapEvents } from '../src/index.ts';

const folder = new URL('../', import.meta.url);
const source = (path: string): string => readFileSync(new URL(path, folder), 'utf8');
const contract = readContract(source('src/element/disaster-map.ts'));
const names = (entries: readonly { readonly name: string }[]): string[] =>
  entries.map(({ name }) => name).toSorted();

/** All code of the element, tests apart. */
const code = readdirSync(new URL('src', folder), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.includes('.test.'))
  .map((path) => source(`src/${path.replaceAll('\\', '/')}`))
  .join('\n');
const inCode = (pattern: RegExp): string[] => [
  ...new Set([...code.matchAll(pattern)].map(([, name = '']) => name)),
];

describe('what the docblock promises is what the code does', () => {
  const attributes = DisasterMap.observedAttributes.toSorted();
  const fields = [...DisasterMap.elementProperties].filter(([, { state }]) => !state);

  test('attributes', () => {
    const observed = fields.filter(([, { attribute }]) => attribute !== false);
    expect(names(contract.attributes)).toEqual(observed.map(([name]) => String(name)).toSorted());
    expect(names(contract.attributes)).toEqual(attributes);
  });

  test('properties', () => {
    const rich = fields.filter(([, { attribute }]) => attribute === false);
    expect(names(contract.properties)).toEqual(rich.map(([name]) => String(name)).toSorted());
  });

  test('events', () => {
    const typed: Record<keyof DisasterMapEvents, true> = {
      select: true,
      locate: true,
      'filter-change': true,
      'view-change': true,
      error: true,
    };
    expect(names(contract.events)).toEqual(Object.keys(typed).toSorted());
    const made = [...inCode(/mapEvent\('([\w-]+)'/g), 'error'];
    expect(names(contract.events)).toEqual(made.toSorted());
  });

  test('slots and parts', () => {
    expect(names(contract.slots)).toEqual(inCode(/<slot name="(\w+)"/g).toSorted());
    expect(names(contract.parts)).toEqual(inCode(/ part="(\w+)"/g).toSorted());
  });

  test('tokens', () => {
    const look = readdirSync(new URL('src/element/styles', folder))
      .map((name) => source(`src/element/styles/${name}`))
      .join('\n');
    const used = new Set([...look.matchAll(/var\((--yokoten-[\w-]+)/g)].map(([, name]) => name));
    const promised = names(contract.tokens);
    expect([...used].filter((name) => name !== undefined && !promised.includes(name))).toEqual([]);
    const known = `${code}${readFileSync(new URL('../ui/src/tokens.css', folder), 'utf8')}`;
    expect(promised.filter((name) => !known.includes(name))).toEqual([]);
  });
});

test('the published files are what the docblock says now', async () => {
  const { json, jsx } = await describeElement(
    fileURLToPath(new URL('src/element/disaster-map.ts', folder)),
  );
  expect(source('dist/custom-elements.json')).toBe(json);
  expect(source('dist/jsx.d.ts')).toBe(jsx);
  expect(JSON.parse(json)).toMatchObject({
    schemaVersion: '2.1.0',
    modules: [{ declarations: [{ customElement: true, tagName: 'disaster-map' }] }, {}],
  });
});

test.each([
  ['/** x */\nexport class A', 'no docblock'],
  ['/**\n * x\n * @slott a - b\n */\nexport class A', '@slott a - b is none of'],
  ['/**\n * x\n * @slot a\n */\nexport class A', 'Not a line of a docblock: a'],
])('a docblock that cannot be read stops the build', (text, why) => {
  expect(() => readContract(text)).toThrow(why);
});
