/**
 * How many single-letter edits (insert, delete, replace, swap of neighbours) lead from `a` to `b`:
 * the optimal string alignment distance.
 */
export function editDistance(a: string, b: string): number {
  const from = Array.from(a);
  const to = Array.from(b);
  let beforeLast: number[] = [];
  let last = to.map((_, column) => column + 1);
  for (const [row, letter] of from.entries()) {
    const current: number[] = [];
    for (const [column, other] of to.entries()) {
      const above = last[column] ?? 0;
      const left = current[column - 1] ?? row + 1;
      const diagonal = column === 0 ? row : (last[column - 1] ?? 0);
      let best = Math.min(above + 1, left + 1, diagonal + (letter === other ? 0 : 1));
      if (row > 0 && column > 0 && letter === to[column - 1] && from[row - 1] === other) {
        const swapped = column === 1 ? row - 1 : (beforeLast[column - 2] ?? 0);
        best = Math.min(best, swapped + 1);
      }
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return last.at(-1) ?? from.length;
}

/** The `count` options nearest to `text` that share something with it, best first; ties keep their order. */
export function nearest<T>(
  text: string,
  options: readonly T[],
  textOf: (option: T) => string,
  count: number,
): T[] {
  const wanted = text.toLowerCase();
  return options
    .map((option) => ({ option, score: likeness(wanted, textOf(option).toLowerCase()) }))
    .filter(({ score }) => score > 0.3)
    .sort((a, b) => b.score - a.score)
    .slice(0, count)
    .map(({ option }) => option);
}

/** 1 for equal texts, 0 for texts with nothing in common; a text that starts like the other is near. */
function likeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length, 1);
  const near = 1 - editDistance(a, b) / longest;
  const shortest = Math.min(a.length, b.length);
  return shortest > 1 && (a.startsWith(b) || b.startsWith(a)) ? Math.max(near, 0.75) : near;
}
