/**
 * How many cells a table may have once every row is as wide as the header. A small file with a very wide header
 * and many short rows would otherwise fill the memory; real files stay far below.
 */
export function cellLimit(size: number): number {
  return 8 * size + 4_000_000;
}
