export { dayOf } from './day.ts';
export { type MendedOptions, type MendedRecords, readMendedRecords } from './mended-records.ts';
export { readRecords, type RecordOptions, type Records } from './read-records.ts';
