export { dayOf } from './day.ts';
export { readRecords, type RecordOptions, type Records } from './read-records.ts';
