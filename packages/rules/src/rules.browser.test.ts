import { expect, test } from 'vitest';
import { samplePack } from '../test/sample-pack.ts';
import { randomTown } from '../test/random-town.ts';
import { bulkInWorkers } from './bulk.ts';
import { createHandler } from './http.ts';
import { calculate } from './index.ts';

const family = {
  persons: {
    Aiko: { birth: { ETERNITY: '1990-06-15' }, income: { '2024-10': 300_000 } },
    Jun: { birth: { ETERNITY: '2010-01-31' } },
    Mei: { birth: { ETERNITY: '2012-02-01' } },
  },
  households: {
    home: { guardians: ['Aiko'], children: ['Jun', 'Mei'], support: { '2024-10': null } },
  },
};

test('a browser works a family out by itself', () => {
  expect(calculate(samplePack, family)).toMatchObject({
    situation: { households: { home: { support: { '2024-10': 12_000 } } } },
    asOf: '2024-10-01',
  });
});

test('the Web API answers in a browser too, as in a service worker', async () => {
  const request = new Request('/calculate', { method: 'POST', body: JSON.stringify(family) });
  const answer = (await (await createHandler(samplePack)(request)).json()) as typeof family;
  expect(answer.households.home.support['2024-10']).toBe(12_000);
});

function start(): Worker {
  return new Worker(new URL('../test/sample-worker.ts', import.meta.url), { type: 'module' });
}

test('workers of a browser give what one simulation does', async () => {
  const bulk = bulkInWorkers(start, 2);
  const simulation = randomTown(5000, 20_000, 3);
  const { columns } = await bulk.calculate(simulation, [
    { variable: 'support', period: '2024-10' },
  ]);
  bulk.close();
  expect(columns[0]).toEqual(simulation.calculate('support', '2024-10'));
});
