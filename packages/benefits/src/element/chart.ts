/** A line of a chart: where it is drawn in a box 1000 wide and 300 high, upside down as a screen counts. */
export interface DrawnLine {
  /** Path data: level and then straight up or down where the amount jumps, never a slope that is not there. */
  readonly path: string;
  /** Area below the line. */
  readonly area: string;
  /** Largest amount, at least 1: the height of the box. */
  readonly top: number;
}

/** Width of the box that a chart is drawn in. */
export const WIDTH = 1000;
/** Height of that box. */
export const HEIGHT = 300;
/** Kept free above the line, so that its stroke is not cut. */
const MARGIN = 6;

/**
 * Draws amounts over ascending values. Between two neighbouring whole values an amount jumps: there the line is upright.
 * @param values ascending, at least two
 * @param amounts one for each value, whole yen
 */
export function drawLine(values: readonly number[], amounts: readonly number[]): DrawnLine {
  const top = amounts.reduce((most, amount) => Math.max(most, amount), 1);
  const x = (value: number): number => round(placeOf(value, values) * WIDTH);
  const y = (amount: number): number => round(HEIGHT - (amount / top) * (HEIGHT - MARGIN));
  const parts: string[] = [];
  let last: string | undefined;
  for (const [at, value] of values.entries()) {
    const amount = amounts[at] ?? 0;
    const before = values[at - 1];
    const jumps = before !== undefined && value - before <= 1 && amounts[at - 1] !== amount;
    const point = `${x(value)} ${y(amount)}`;
    // Both sides of a jump are drawn at the same place: one yen is no width.
    if (jumps) parts.push(`L${x(value)} ${y(amounts[at - 1] ?? 0)}`);
    if (point !== last) parts.push(`${at === 0 ? 'M' : 'L'}${point}`);
    last = point;
  }
  const path = parts.join('');
  return { path, area: `${path}L${WIDTH} ${HEIGHT}L0 ${HEIGHT}Z`, top };
}

/** Where a value lies between the first and the last, 0 to 1. */
export function placeOf(value: number, values: readonly number[]): number {
  const [from = 0, to = 1] = [values[0], values.at(-1)];
  return to === from ? 0 : Math.min(1, Math.max(0, (value - from) / (to - from)));
}

/** A stretch of values with the same amount at both ends; with another one at each end where it slopes. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

/** The same as the chart, as rows: what stays level is one row, what slopes in one step is one row too. */
export function bandsOf(values: readonly number[], amounts: readonly number[]): Band[] {
  const bands: Band[] = [];
  for (const [at, value] of values.entries()) {
    const amount = amounts[at] ?? 0;
    const open = bands.at(-1);
    const before = values[at - 1];
    if (open === undefined || before === undefined) {
      bands.push({ from: value, to: value, first: amount, last: amount });
      continue;
    }
    const level = amount === open.last && open.first === open.last;
    const jump = amount !== amounts[at - 1] && value - before <= 1;
    if (level) bands[bands.length - 1] = { ...open, to: value };
    else if (jump) bands.push({ from: value, to: value, first: amount, last: amount });
    else if (open.from === open.to && open.first === open.last)
      bands[bands.length - 1] = { ...open, to: value, last: amount };
    else bands.push({ from: before, to: value, first: open.last, last: amount });
  }
  return bands;
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
