/** What reads a list that is a table; loaded only where one is. */
export { OpenDataError } from '../../error.ts';
export { readTable } from '../../table.ts';
