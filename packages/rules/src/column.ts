import type { ValueType, Variable } from './pack.ts';

/** One value per member of a population. Days and positions of an enum are whole numbers; only texts are not numbers. */
export type Column = Float32Array | Float64Array | Int32Array | Uint8Array | string[];

/** Room for `count` values of a type, all zero. */
export function newColumn(type: ValueType, count: number): Column {
  if (type === 'float') return new Float32Array(count);
  if (type === 'bool') return new Uint8Array(count);
  if (type === 'text') return Array.from({ length: count }, () => '');
  return new Int32Array(count);
}

/** A column that holds the variable's initial value everywhere. */
export function initialColumn(variable: Variable, count: number): Column {
  const column = newColumn(variable.type, count);
  if (variable.initial !== 0) column.fill(variable.initial as never);
  return column;
}
