import * as fc from 'fast-check';

/** How many cases a property is tried on, where its test does not say otherwise. */
const RUNS: Readonly<Record<string, number>> = { ci: 300, full: 10_000 };

/**
 * The same cases each time, so that a change is judged by what it changes; the tier `full` looks for new ones.
 * `YOKOTEN_SEED=N` tries others: what a failure prints as its seed goes here to see it again.
 */
const SEED = 20_211_018;

const tier = process.env.YOKOTEN_TIER ?? '';
const given = process.env.YOKOTEN_SEED;
const seed = given === undefined ? SEED : Number(given);

fc.configureGlobal({
  numRuns: RUNS[tier] ?? 100,
  ...(tier === 'full' && given === undefined ? {} : { seed }),
});
