/**
 * Puts two versions of a list together, such as `.gitignore`: what the template added is added, what it took away is
 * taken away, and the owner's lines stay in their order. It never conflicts.
 */
export function mergeLines(base: string, ours: string, theirs: string): string {
  const [before, after] = [linesOf(base), linesOf(theirs)].map((lines) => new Set(lines));
  const kept = linesOf(ours).filter(
    (line) => line.trim() === '' || !before?.has(line) || after?.has(line),
  );
  const have = new Set(kept);
  const added = linesOf(theirs).filter((line) => !before?.has(line) && !have.has(line));
  const lineEnd = ours.includes('\r\n') ? '\r\n' : '\n';
  if (added.length === 0 && kept.length === linesOf(ours).length) return ours;
  return [...kept, ...added].map((line) => `${line}${lineEnd}`).join('');
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
