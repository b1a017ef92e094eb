/**
 * A file that is a list of lines (`.gitignore`, `.gitattributes`) with the lines of ours that it lacks at its end, each
 * with the comment above it. What stands there stays to the byte; where nothing is lacking the same text comes back.
 */
export function mergeLines(theirs: string, ours: string): string {
  const there = new Set(linesOf(theirs));
  const added: string[] = [];
  let comments: string[] = [];
  for (const line of linesOf(ours)) {
    if (line.startsWith('#')) comments.push(line);
    else {
      if (line !== '' && !there.has(line)) added.push(...comments, line);
      comments = [];
    }
  }
  if (added.length === 0) return theirs;
  const end = theirs.includes('\r\n') ? '\r\n' : '\n';
  const gap = theirs === '' || theirs.endsWith('\n') ? '' : end;
  return `${theirs}${gap}${added.join(end)}${end}`;
}

function linesOf(text: string): string[] {
  return text
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((line) => line.trim());
}
