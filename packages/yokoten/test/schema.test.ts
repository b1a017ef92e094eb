import { readFileSync } from 'node:fs';
import { benefitsNavigator } from '@yokoten/benefits/build';
import { disasterMap } from '@yokoten/disaster-map/build';
import { openDataApp } from '@yokoten/open-data-app/build';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { AppBuilder } from '@yokoten/standard/app';
import { APPS, KNOWN_APPS } from '../src/internal/app-package.ts';
import { parseConfig } from '../src/internal/config-text.ts';
import { SHARED_KEYS } from '@yokoten/standard/app';
import { LANGUAGES, PART_KEYS, readSharedConfig } from '../src/internal/shared-config.ts';
import { KEYWORDS, misfits, type Schema } from './json-schema.ts';
import { CONFIG } from './temporary-app.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const schema = JSON.parse(read('../schema/config.schema.json')) as Schema;
const keysOf = ({ properties = {} }: Schema = {}): string[] => Object.keys(properties).toSorted();
const sorted = (list: readonly string[]): string[] => [...list].toSorted();

function everySchema(at: Schema): Schema[] {
  const below = [
    ...Object.values(at.properties ?? {}),
    ...Object.values(at.$defs ?? {}),
    ...(at.anyOf ?? []),
    ...(at.items ? [at.items] : []),
    ...(typeof at.additionalProperties === 'object' ? [at.additionalProperties] : []),
  ];
  return [at, ...below.flatMap(everySchema)];
}

/** What `<disaster-map>`'s builder says to one value of the config. */
async function complaints(key: string, value: unknown): Promise<string[]> {
  const { configProblems } = await disasterMap.build({
    config: { ...CONFIG, [key]: value },
    municipality: { name: { ja: '町' }, bbox: [1, 1, 2, 2], centroid: [1.5, 1.5] },
    files: [],
  });
  return configProblems.map(({ code, message }) => `${code} ${message.en}`);
}

/** The keys the builder names when it is given one it does not know. */
async function knownKeys(key: string, value: unknown): Promise<string[]> {
  const list = (await complaints(key, value)).join('\n').match(/You can use ([^\n]*?)\.?$/m)?.[1];
  return sorted(list?.split(', ') ?? []);
}

test.each([
  '../../../templates/disaster-map',
  '../../../templates/benefits-navigator',
  '../../../templates/open-data-app',
  '../../../apps/hachioji',
])('%s fits the schema', (app) => {
  expect(misfits(schema, parseConfig(read(`${app}/yokoten.config.jsonc`)).value)).toEqual([]);
});

test.each([
  [{ titel: 1 }, ': unknown titel'],
  [{ municipality: '13201x' }, '/municipality: pattern'],
  [{ layers: [{ color: 'red' }] }, '/layers/0: lacks name'],
  [{ layers: [{ name: 'a', color: 'red' }] }, '/layers/0/color: pattern'],
  [{ languages: ['de'] }, '/languages/0: enum'],
  [{ credit: { licence: null } }, '/credit: lacks source'],
])('the schema tells %j', (change, misfit) => {
  expect(misfits(schema, { ...CONFIG, ...change })).toContain(misfit);
});

test('it uses no keyword that its test does not know, and explains every key in both languages', () => {
  for (const one of everySchema(schema)) {
    expect(Object.keys(one).filter((key) => !KEYWORDS.has(key))).toEqual([]);
    for (const [key, { description = '' }] of Object.entries(one.properties ?? {})) {
      expect(`${key}: ${description}`).toMatch(/[\u3040-\u30ff\u4e00-\u9fff].* \/ [A-Z]/u);
    }
  }
});

describe('schema and code agree', () => {
  test('on the keys that every app shares', () => {
    const { properties = {} } = schema;
    expect(properties.app?.enum).toEqual(KNOWN_APPS);
    expect([...APPS.keys()]).toEqual(KNOWN_APPS);
    expect(properties.languages?.items?.enum).toEqual(LANGUAGES);
    expect(keysOf(properties.site)).toEqual(sorted(PART_KEYS.site));
    expect(keysOf(properties.theme)).toEqual(sorted(PART_KEYS.theme));
    expect(keysOf(properties.municipality?.anyOf?.[1])).toEqual(sorted(PART_KEYS.municipality));
  });

  test('on what must be there', () => {
    const { problems } = readSharedConfig({});
    const missing = problems.map(
      ({ message }) => /^"(\w+)" is missing/.exec(message.en ?? '')?.[1],
    );
    expect(sorted(missing.map(String))).toEqual(sorted(schema.required ?? []));
  });

  test('on the keys of a disaster map', async () => {
    const known = await knownKeys('zzzzzzzzzzzz', 1);
    expect(known).toEqual(
      keysOf(schema).filter((key) => !['$schema', 'benefits', 'data'].includes(key)),
    );
    expect(known).toEqual(expect.arrayContaining(SHARED_KEYS.filter((key) => key !== '$schema')));
  });

  test.each([
    [{ benefits: { zzzzzzzzzzzz: 1 } }, schema.properties?.benefits],
    [
      { benefits: { contacts: [{ zzzzzzzzzzzz: 1 }] } },
      schema.properties?.benefits?.properties?.contacts?.items,
    ],
    [{ benefits: { pack: { zzzzzzzzzzzz: 1 } } }, schema.properties?.benefits?.properties?.pack],
  ])('on the keys of a benefit check: %j', async (config, part) => {
    const { configProblems } = await benefitsNavigator.build({
      config,
      municipality: { name: { ja: '町' } },
      files: [],
    });
    const told = configProblems.map(({ message }) => message.en).join('\n');
    const list = told.match(/You can use ([^\n]*?)\.?$/m)?.[1];
    expect(sorted(list?.split(', ') ?? [])).toEqual(keysOf(part));
  });

  test('on the keys of an open data app', async () => {
    const municipality = {
      name: { ja: '町' },
      bbox: [1, 1, 2, 2],
      centroid: [1.5, 1.5],
    } as const;
    const keysTold = async (config: Readonly<Record<string, unknown>>): Promise<string[]> => {
      const { configProblems } = await openDataApp.build({ config, municipality, files: [] });
      const told = configProblems.map(({ message }) => message.en).join('\n');
      return sorted(told.match(/You can use ([^\n]*?)\.?$/m)?.[1]?.split(', ') ?? []);
    };
    expect(await keysTold({ data: { zzzzzzzzzzzz: 1 } })).toEqual(keysOf(schema.properties?.data));
    const own = await keysTold({ zzzzzzzzzzzz: 1 });
    expect(own.filter((key) => !keysOf(schema).includes(key))).toEqual([]);
    expect(own).toEqual(expect.arrayContaining(keysOf(schema).filter((key) => key === 'data')));
    const { data } = schema.properties ?? {};
    expect(data?.properties?.as?.enum).toEqual(schema.$defs?.layer?.properties?.as?.enum);
  });

  test('a benefit check and an open data app are kinds of app', () => {
    expectTypeOf(benefitsNavigator).toExtend<AppBuilder>();
    expectTypeOf(openDataApp).toExtend<AppBuilder>();
  });

  test.each([
    ['credit', { source: 'a', zzzzzzzzzzzz: 1 }, schema.$defs?.credit],
    ['layers', [{ name: 'a', zzzzzzzzzzzz: 1 }], schema.$defs?.layer],
    ['boundary', { zzzzzzzzzzzz: 1 }, schema.properties?.boundary],
    ['background', { zzzzzzzzzzzz: 1 }, schema.$defs?.rasterBackground],
    ['background', { pmtiles: 1, zzzzzzzzzzzz: 1 }, schema.properties?.background?.anyOf?.[2]],
    ['hazardLayers', [{ zzzzzzzzzzzz: 1 }], schema.properties?.hazardLayers?.items?.anyOf?.[1]],
    ['state', { zzzzzzzzzzzz: 1 }, schema.properties?.state],
    ['contacts', [{ zzzzzzzzzzzz: 1 }], schema.properties?.contacts?.items],
  ])('on the keys of %s', async (key, value, part) => {
    expect(await knownKeys(key, value)).toEqual(keysOf(part));
  });

  test.each([
    ['hazards', 'hazards', schema.properties?.hazards?.items],
    ['hazardLayers', 'hazardLayers', schema.properties?.hazardLayers?.items?.anyOf?.[0]],
    ['background', 'background', schema.properties?.background?.anyOf?.[0]],
    ['renderer', 'renderer', schema.properties?.renderer],
    ['state', 'kind', schema.properties?.state?.properties?.kind],
    ['layers', 'kind', schema.$defs?.layer?.properties?.kind],
    ['layers', 'icon', schema.$defs?.layer?.properties?.icon],
    ['layers', 'blank', schema.$defs?.layer?.properties?.blank],
    ['layers', 'as', schema.$defs?.layer?.properties?.as],
  ])('on the values of %s %s', async (key, name, part) => {
    const wrong = 'zzzzzzzzzzzz';
    const value =
      key === 'layers'
        ? [{ name: 'a', [name]: wrong }]
        : key.startsWith('hazard')
          ? [wrong]
          : key === 'state'
            ? { [name]: wrong }
            : wrong;
    const told = (await complaints(key, value)).join('\n');
    for (const allowed of part?.enum ?? ['nothing']) expect(told).toContain(`"${String(allowed)}"`);
    const listed = told.match(/Write it like this: (.*)/)?.[1]?.split(', ') ?? [];
    expect(listed).toHaveLength(part?.enum?.length ?? 0);
  });
});
