import { expect, test } from 'vitest';
import { Queue } from './queue.ts';

test('runs no more than so many jobs at once, in their order, and goes on after a failure', async () => {
  const queue = new Queue(2);
  const began: number[] = [];
  let running = 0;
  let most = 0;
  const job = (name: number) => async (): Promise<number> => {
    began.push(name);
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running -= 1;
    if (name === 1) throw new Error('one fails');
    return name;
  };
  const outcomes = await Promise.allSettled([0, 1, 2, 3, 4].map((name) => queue.run(job(name))));
  expect(began).toEqual([0, 1, 2, 3, 4]);
  expect(most).toBe(2);
  expect(outcomes.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ]);
});
