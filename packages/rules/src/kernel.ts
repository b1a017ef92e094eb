/** What compiled formulas call: numpy's arithmetic on single values. Not meant to be written by hand. */
export { applyScale } from './scale.ts';
export { rankMembers } from './population.ts';
export {
  at,
  divideWhole,
  itemOf,
  matcher,
  remainder,
  roundEven,
  toInt32,
  toInt64,
} from './internal/numpy.ts';
export { epochMonth, epochYear, monthStart, yearStart } from './calendar.ts';
export { parsePeriod } from './period.ts';
