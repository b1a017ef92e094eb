import type { ConstantArray, Value } from './value.ts';
import { bool, float, int, str } from './value.ts';

/** Cells a table may have. */
const MOST_CELLS = 2_000_000;

/** One value of an array. */
export function cellValue(array: ConstantArray, at: number): Value {
  const held = array.data[at] ?? 0;
  if (typeof held === 'string') return str(held);
  if (array.kind === 'bool') return bool(held !== 0);
  return array.kind === 'int64' ? int(held) : float(held);
}

/** Lists of lists of numbers or texts as an array; `undefined` where they are not all known or not all of one length. */
export function arrayOf(value: Value): ConstantArray | undefined {
  if (value.is === 'array') return value.array;
  if (value.is === 'dict' || value.is !== 'list') return scalarArray(value);
  const parts = value.items.map((item) => arrayOf(item));
  if (!parts.every((part) => part !== undefined)) return undefined;
  return stack(parts);
}

function scalarArray(value: Value): ConstantArray | undefined {
  switch (value.is) {
    case 'int':
      return { kind: 'int64', shape: [], data: [value.value] };
    case 'float':
      return { kind: 'float64', shape: [], data: [value.value] };
    case 'bool':
      return { kind: 'bool', shape: [], data: [Number(value.value)] };
    case 'str':
      return { kind: 'text', shape: [], data: [value.value] };
    default:
      return undefined;
  }
}

/** `np.stack`: arrays of one shape below each other. Numbers beside texts become texts, as in numpy. */
export function stack(parts: readonly ConstantArray[]): ConstantArray | undefined {
  const [first] = parts;
  if (first === undefined) return { kind: 'float64', shape: [0], data: [] };
  if (parts.some(({ shape }) => shape.join() !== first.shape.join())) return undefined;
  const kinds = new Set(parts.map(({ kind }) => kind));
  const kind =
    (['text', 'float64', 'int64', 'bool'] as const).find((one) => kinds.has(one)) ?? 'float64';
  const data = parts.flatMap((part) =>
    part.data.map((cell) => (kind === 'text' ? String(cell) : cell)),
  );
  return data.length > MOST_CELLS
    ? undefined
    : { kind, shape: [parts.length, ...first.shape], data };
}

/** What stands between the brackets for one dimension: a position, or a stretch. */
export type Index = number | { readonly low: number; readonly high: number };

/**
 * `array[1:, 0]` with known positions; `new` makes a dimension of one; what is left out is taken whole. `undefined` outside
 * of the array.
 */
export function slice(
  array: ConstantArray,
  indices: readonly (Index | 'new')[],
): ConstantArray | undefined {
  const given = indices.filter((index) => index !== 'new');
  if (given.length > array.shape.length) return undefined;
  const rest = array.shape.slice(given.length).map((length) => ({ low: 0, high: length }));
  let cells = Array.from({ length: array.data.length }, (_, at) => at);
  const shape: number[] = [];
  let size = array.data.length;
  let axis = 0;
  for (const index of [...indices, ...rest]) {
    if (index === 'new') {
      shape.push(1);
      continue;
    }
    const length = array.shape[axis++] ?? 1;
    size /= length;
    const [from, to] =
      typeof index === 'number' ? oneOf(index, length) : stretch(index.low, index.high, length);
    if (from === undefined || to === undefined) return undefined;
    const width = size;
    cells = cells.filter((cell) => {
      const at = Math.floor(cell / width) % length;
      return at >= from && at < to;
    });
    if (typeof index !== 'number') shape.push(Math.max(0, to - from));
  }
  return {
    kind: array.kind,
    shape,
    data: cells.map((cell) => array.data[cell] as number | string),
  };
}

function oneOf(index: number, length: number): [number, number] | [undefined, undefined] {
  const at = index < 0 ? index + length : index;
  return at >= 0 && at < length ? [at, at + 1] : [undefined, undefined];
}

function stretch(low: number, high: number, length: number): [number, number] {
  const clip = (at: number): number => Math.min(Math.max(at < 0 ? at + length : at, 0), length);
  return [clip(low), clip(high)];
}

/** Elements along the first dimension. */
export function rowsOf(array: ConstantArray): Value[] {
  const [length = 0, ...shape] = array.shape;
  if (shape.length === 0) return array.data.map((_, at) => cellValue(array, at));
  const width = array.data.length / Math.max(length, 1);
  return Array.from({ length }, (_, row) => ({
    is: 'array' as const,
    array: { kind: array.kind, shape, data: array.data.slice(row * width, (row + 1) * width) },
  }));
}

/** `np.genfromtxt` of a text with commas: what is no number is -1 among whole numbers, else not a number. */
export function parseNumbers(
  text: string,
  { delimiter, skip, whole }: { delimiter: string; skip: number; whole: boolean },
): ConstantArray | undefined {
  const rows = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .slice(skip)
    .map((line) => line.replace(/#.*$/, ''))
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(delimiter).map((cell) => readCell(cell.trim(), whole)));
  const [width = 0, ...others] = [...new Set(rows.map((row) => row.length))];
  if (others.length > 0) return undefined;
  // numpy drops dimensions of length 1.
  const shape = [rows.length, width].filter((length) => length !== 1);
  return { kind: whole ? 'int64' : 'float64', shape, data: rows.flat() };
}

function readCell(text: string, whole: boolean): number {
  const value = text === '' ? Number.NaN : Number(text);
  if (whole) return Number.isInteger(value) ? value : -1;
  return value;
}
