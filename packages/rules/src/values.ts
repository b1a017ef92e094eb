/** What states and reads values of a simulation, without the sentences of its errors: `./sentences` brings those. */
export { initialColumn } from './column.ts';
export { readValue } from './internal/read-value.ts';
export { ETERNITY, parsePeriod } from './period.ts';
