import * as fc from 'fast-check';

/** How many cases a property is tried on, where its test does not say otherwise. */
const RUNS: Readonly<Record<string, number>> = { ci: 300, full: 10_000 };

fc.configureGlobal({ numRuns: RUNS[process.env.YOKOTEN_TIER ?? ''] ?? 100 });
