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
    formulas: { '2015-04-01': {}, '2024-10-01': {} },
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
