/** Spreadsheet name of the column at a 0-based index: 0 is `A`, 26 is `AA`. */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    name = String.fromCharCode(65 + (rest % 26)) + name;
  }
  return name;
}

/** A1 address of a cell: 0-based column, 1-based row as a spreadsheet numbers it. */
export function cellAddress(column: number, row: number): string {
  return columnName(column) + String(row);
}

/** 0-based column of an A1 address or of a column's name. */
export function columnIndex(cell: string): number {
  let index = 0;
  for (const letter of cell.replace(/\d/gu, '')) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
