/** A CSV as Excel opens it: UTF-8 with BOM, CRLF, quotes where a cell needs them. */
export function withCsvCells(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map((row) => row.map(quoted).join(','));
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe in front; numbers with a sign do not. */
function quoted(cell: string): string {
  const safe = /^[=+\-@＝＋－＠\t\r]/u.test(cell) && /[^\d.,\-+]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
