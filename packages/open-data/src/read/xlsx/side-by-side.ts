/** A stretch of columns, 0-based, both ends included. */
export interface Block {
  readonly left: number;
  readonly right: number;
}

/**
 * The tables that share a sheet's rows: where a header's labels come again in the same order after a blank column, or
 * fill the whole header several times over. One block where there is one table.
 */
export function findBlocks(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Block[] {
  const labels = header.map((label) => label.trim());
  const left = labels.findIndex((label) => label !== '');
  const right = labels.findLastIndex((label) => label !== '');
  const whole = [{ left: Math.max(0, left), right: Math.max(0, right) }];
  if (right - left < 3) return whole;
  const parts = betweenGaps(labels, rows, left, right);
  const [first] = parts;
  if (first === undefined) return whole;
  if (parts.length > 1) {
    const alike = parts.every((part) => repeats(labels, first, part));
    return alike ? parts : whole;
  }
  return repeatedWhole(labels, left, right) ?? whole;
}

function betweenGaps(
  labels: readonly string[],
  rows: readonly (readonly string[])[],
  left: number,
  right: number,
): Block[] {
  const filled = filledColumns(rows);
  const blocks: Block[] = [];
  let start: number | undefined;
  for (let column = left; column <= right + 1; column++) {
    const isGap = column > right || (labels[column] === '' && !filled.has(column));
    if (!isGap) start ??= column;
    else if (start !== undefined) {
      blocks.push({ left: start, right: column - 1 });
      start = undefined;
    }
  }
  return blocks;
}

/** One walk over the cells there are: asking every row about every column would let a wide header cost minutes. */
function filledColumns(rows: readonly (readonly string[])[]): ReadonlySet<number> {
  const filled = new Set<number>();
  for (const cells of rows) {
    for (const [column, cell] of cells.entries()) if (cell.trim() !== '') filled.add(column);
  }
  return filled;
}

/** Whether a block has at least two labels and at least half of them, in their places, are the first block's. */
function repeats(labels: readonly string[], first: Block, { left, right }: Block): boolean {
  const width = right - left + 1;
  if (width < 2 || width !== first.right - first.left + 1) return false;
  let same = 0;
  for (let i = 0; i < width; i++) if (labels[first.left + i] === labels[left + i]) same++;
  return same >= 2 && same * 2 >= width;
}

/** `町名 人口 町名 人口`: tables without a gap, the same labels in each. */
function repeatedWhole(
  labels: readonly string[],
  left: number,
  right: number,
): Block[] | undefined {
  const width = right - left + 1;
  const period = labels.indexOf(labels[left] ?? '', left + 1) - left;
  if (period < 2 || width % period !== 0) return undefined;
  for (let at = left + period; at <= right; at++) {
    if (labels[at] === '' || labels[at] !== labels[at - period]) return undefined;
  }
  return Array.from({ length: width / period }, (_, index) => ({
    left: left + index * period,
    right: left + (index + 1) * period - 1,
  }));
}
