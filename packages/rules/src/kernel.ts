/** What compiled formulas call: numpy's arithmetic on single values. Not meant to be written by hand. */
export { applyScale } from './scale.ts';
export { rankMembers } from './population.ts';
export {
  cell,
  divideWhole,
  matchTable,
  remainder,
  roundEven,
  toInt32,
  toInt64,
} from './internal/numpy.ts';
export { epochMonth } from './calendar.ts';
