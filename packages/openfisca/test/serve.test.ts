import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compilePackage, servePack, type ServedPack } from '../src/node.ts';
import { MIHON } from './compile-fixture.ts';

const base = fileURLToPath(new URL('../node_modules/.cache/', import.meta.url));
let folder: string;
let served: ServedPack;
beforeAll(async () => {
  mkdirSync(base, { recursive: true });
  folder = mkdtempSync(join(base, 'serve-'));
  compilePackage(MIHON, folder);
  served = await servePack(folder, 0);
});
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true });
});

test('a situation is posted and comes back filled in', async () => {
  const situation = {
    persons: { A: { income: { '2024-10': 600_000 }, levy: { '2024-10': null } } },
  };
  const response = await fetch(`${served.address}/calculate`, {
    method: 'POST',
    body: JSON.stringify(situation),
  });
  expect(response.headers.get('Country-Package')).toBe('mihon');
  expect(await response.json()).toEqual({
    persons: { A: { ...situation.persons.A, levy: { '2024-10': 160_000 } } },
  });
});

test('variables are described in the words of their authors', async () => {
  const response = await fetch(`${served.address}/variable/support`);
  expect(await response.json()).toMatchObject({
    description: '見本市 子ども手当',
    references: ['https://example.org/support', 'https://example.org/support/2024'],
    formulas: {
      '2015-04-01': { content: expect.stringContaining('def formula_2015_04') as string },
      '2024-10-01': { source: expect.stringMatching(/support\.py#L\d+-L\d+$/) as string },
    },
  });
});

test('it listens on this machine only, and what is too large is refused', async () => {
  expect(served.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const response = await fetch(`${served.address}/calculate`, {
    method: 'POST',
    body: 'x'.repeat(1_100_000),
  });
  expect(response.status).toBe(413);
});

const open = {
  persons: {
    A: { birth: { ETERNITY: '1990-01-01' }, income: { '2024-10': { least: 0, most: 2_000_000 } } },
    B: { birth: { ETERNITY: '2012-05-01' } },
  },
  households: {
    h: { guardians: ['A'], children: ['B'], support: { '2024-10': null } },
  },
};

async function ask(path: string, body: object): Promise<[number, unknown]> {
  const response = await fetch(served.address + path, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  return [response.status, await response.json()];
}

test('/bounds and /missing answer while inputs are unknown', async () => {
  const [status, bounds] = await ask('/bounds', open);
  expect(status).toBe(200);
  expect(bounds).toEqual({
    bounds: [
      {
        entity: 'households',
        id: 'h',
        variable: 'support',
        period: '2024-10',
        least: 0,
        most: 12_000,
      },
    ],
  });
  expect(await ask('/missing', open)).toMatchObject([
    200,
    { missing: [{ entity: 'persons', id: 'A', variable: 'income', period: '2024-10' }] },
  ]);
  const [, all] = (await ask('/missing?unknown=all', open)) as [number, { missing: object[] }];
  expect(all.missing.length).toBeGreaterThan(1);
  const wrong = { ...open, persons: { A: { rent: { '2024-10': { least: 0 } } } } };
  expect((await ask('/missing', wrong))[0]).toBeGreaterThanOrEqual(400);
  const text = { persons: { A: { income: { '2024-10': { least: 'x' } } } } };
  expect(await ask('/bounds', text)).toMatchObject([
    400,
    { persons: { A: { income: { '2024-10': { least: expect.any(String) as string } } } } },
  ]);
});
