/** What compiled formulas call: numpy's arithmetic on single values. Not meant to be written by hand. */
export { applyScale } from './scale.ts';
export { rankMembers } from './rank-members.ts';
export { divideWhole, matcher, remainder, roundEven, toInt32, toInt64 } from './internal/numpy.ts';
export { at, itemOf } from './internal/table-index.ts';
export { epochMonth, epochYear, monthStart, yearStart } from './calendar.ts';
export { parsePeriod } from './period.ts';
