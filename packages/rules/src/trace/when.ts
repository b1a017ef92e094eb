import type { Step, When } from '../ir.ts';
import { parsePeriod, type Period } from '../period.ts';

/**
 * The period that a step means.
 * @param own the formula's
 * @param read a step's number, for a period that is written out of parts
 */
export function periodOf(
  { text, moves }: When,
  own: Period,
  read: (step: number) => number,
): Period {
  const written = text
    ?.map((part) => (typeof part === 'number' ? String(read(part)) : part))
    .join('');
  let period = written === undefined ? own : parsePeriod(written);
  for (const move of moves) {
    if (move[0] === 'within') period = period.within(move[1]);
    else if (move[0] === 'offset') period = period.offset(move[1], move[2]);
    else if (move[0] === 'floor') period = period.floor;
    else if (move[0] === 'shift') period = period.offset(move[1]);
    else period = move[0] === 'resize' ? period.resize(move[1], move[2]) : period.last;
  }
  return period;
}

/** Something of a period's first day, or its length. */
export function clock(period: Period, part: Extract<Step, { op: 'clock' }>['part']): number {
  if (part === 'date') return period.startDay;
  if (part === 'days' || part === 'months') return period.count(part === 'days' ? 'day' : 'month');
  return period.start[part];
}
