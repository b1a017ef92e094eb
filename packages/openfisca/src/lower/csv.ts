/** Rows of a text with commas and double quotes (RFC 4180); blank lines are passed over. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endRow = (): void => {
    if (row.length > 0 || cell !== '') rows.push([...row, cell]);
    row = [];
    cell = '';
  };
  const plain = text.replace(/^\uFEFF/, '');
  for (let i = 0; i < plain.length; i++) {
    const character = plain[i] as string;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (plain[i + 1] === '"') cell += plain[++i];
      else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ',') {
      row.push(cell);
      cell = '';
    } else if (character === '\n') endRow();
    else if (character !== '\r') cell += character;
  }
  endRow();
  return rows;
}
