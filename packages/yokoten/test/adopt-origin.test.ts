import { expect, test } from 'vitest';
import { UPSTREAM_COMMITS } from '../src/internal/adopt/upstream-facts.ts';
import { upstreamVersion } from '../src/internal/adopt/upstream.ts';
import { FORKS } from './forks.ts';

test('each copy that has a version of the template in its history is told by that', () => {
  for (const { base, exact, repository } of FORKS) {
    const line = UPSTREAM_COMMITS.split('\n').find((one) => one.includes(base));
    const version = upstreamVersion({ trees: ['0'.repeat(40), base], files: [] });
    if (line === undefined) expect(exact, repository).toBe(false);
    else
      expect([version?.id, version?.date, version?.by]).toEqual([
        ...line.split(' ').slice(0, 2),
        'tree',
      ]);
  }
});
