import { Worker } from 'node:worker_threads';
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { randomTown } from '../test/random-town.ts';
import { samplePack } from '../test/sample-pack.ts';
import { type Bulk, bulkHere, bulkInWorkers, type BulkResult } from './bulk.ts';
import { divide } from './bulk/parts.ts';
import type { Simulation } from './simulation.ts';

const OUTPUTS = [
  { variable: 'support', period: '2024-10' },
  { variable: 'levy', period: '2024-10' },
  { variable: 'age', period: '2024-10' },
  { variable: 'housing', period: '2024-10' },
];

/** Node runs the sample's worker as it stands. */
const sample = new URL('../test/sample-worker.ts', import.meta.url);
const code = `import(${JSON.stringify(sample.href)})`;
const workers = bulkInWorkers(
  () => new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`)),
  2,
);
afterAll(() => workers.close());

async function expectSame(bulk: Bulk, simulation: Simulation): Promise<void> {
  const { columns, asOf }: BulkResult = await bulk.calculate(simulation, OUTPUTS);
  for (const [at, { variable, period }] of OUTPUTS.entries())
    expect(columns[at]).toEqual(simulation.calculate(variable, period));
  expect(asOf).toBe(simulation.asOf);
}

test('part by part gives what the whole does, wherever the members of a household stand', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), fc.integer({ min: 1, max: 40 }), async (seed, households) => {
      await expectSame(bulkHere(samplePack), randomTown(households, households * 3, seed));
    }),
  );
});

test('no group is torn apart, and everybody is in one part', () => {
  const simulation = randomTown(200, 600, 5);
  const parts = divide(simulation, 50);
  expect(parts.length).toBeGreaterThan(5);
  const [households, persons] = [0, 1].map((entity) =>
    parts.flatMap(({ members }) => Array.from(members[entity] ?? [])),
  );
  expect(households?.toSorted((a, b) => a - b)).toEqual([...Array(200).keys()]);
  expect(persons?.toSorted((a, b) => a - b)).toEqual([...Array(600).keys()]);
});

describe('in workers of Node', () => {
  test('the same, several questions at a time and one after the other', async () => {
    await expectSame(workers, randomTown(9000, 30_000, 1));
    await Promise.all([1, 2, 3].map((seed) => expectSame(workers, randomTown(50, 200, seed))));
  }, 30_000);

  test('what is wrong comes back as the error it is', async () => {
    const asked = workers.calculate(randomTown(3, 7, 2), [{ variable: 'age', period: '2024' }]);
    await expect(asked).rejects.toMatchObject({
      code: 'rules/period-mismatch',
      name: 'RulesError',
    });
    await expectSame(workers, randomTown(3, 7, 3));
  });

  test('a worker that cannot start is an error, not a silence', async () => {
    const broken = bulkInWorkers(() => new Worker(new URL('data:text/javascript,nothing()')), 1);
    await expect(broken.calculate(randomTown(3, 7, 2), OUTPUTS)).rejects.toThrow('nothing');
    broken.close();
  });
});
