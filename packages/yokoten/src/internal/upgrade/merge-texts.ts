import { diffArrays } from 'diff';

/** Lines `at` to `at + removed` of the base (from 0) became `lines`, ends of lines included. */
interface Hunk {
  readonly at: number;
  readonly removed: number;
  readonly lines: readonly string[];
}

/**
 * Puts two lists of edits of one text together where none of them overlap. Git calls lines side by side a conflict;
 * here only the same line, and two insertions at the same place, are one.
 *
 * @returns `undefined` where edits overlap
 */
function mergeHunks(
  base: readonly string[],
  ours: readonly Hunk[],
  theirs: readonly Hunk[],
): string | undefined {
  const different = theirs.filter((hunk) => !ours.some((one) => sameHunk(one, hunk)));
  if (ours.some((one) => different.some((other) => overlap(one, other)))) return undefined;
  const all = [...ours, ...different].toSorted((a, b) => a.at - b.at || a.removed - b.removed);
  const parts: string[] = [];
  let at = 0;
  for (const hunk of all) {
    append(parts, base.slice(at, hunk.at), hunk.lines);
    at = hunk.at + hunk.removed;
  }
  append(parts, base.slice(at));
  // A last line without an end would run into the one that follows it now.
  const open = parts.findIndex((line, i) => i < parts.length - 1 && !line.endsWith('\n'));
  return open === -1 ? parts.join('') : undefined;
}

function sameHunk(a: Hunk, b: Hunk): boolean {
  return a.at === b.at && a.removed === b.removed && a.lines.join('') === b.lines.join('');
}

function overlap(a: Hunk, b: Hunk): boolean {
  if (a.removed === 0 && b.removed === 0) return a.at === b.at;
  return a.at < b.at + b.removed && b.at < a.at + a.removed;
}

/** One by one: a call with a hundred thousand lines to hand over is more than the stack holds. */
function append(to: string[], ...lists: readonly (readonly string[])[]): void {
  for (const lines of lists) for (const line of lines) to.push(line);
}

/** The lines of a text, each with its end. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** More lines changed than this is no edit but another file. */
const MOST_CHANGES = 4000;

/** Whether at least a tenth of the shorter text's lines stand in the other: to look for edits elsewhere takes long. */
function haveMuchInCommon(before: readonly string[], after: readonly string[]): boolean {
  const [short, long] = before.length < after.length ? [before, after] : [after, before];
  const known = new Set(long);
  return short.filter((line) => known.has(line)).length * 10 >= short.length;
}

/** The edits that lead from one text to another; `undefined` where they have little in common. */
function hunksBetween(
  before: readonly string[],
  after: readonly string[],
): readonly Hunk[] | undefined {
  if (before.length > MOST_CHANGES && !haveMuchInCommon(before, after)) return undefined;
  const changes = diffArrays([...before], [...after], { maxEditLength: MOST_CHANGES });
  if (changes === undefined) return undefined;
  const hunks: { at: number; removed: number; lines: string[] }[] = [];
  let at = 0;
  let open: (typeof hunks)[number] | undefined;
  for (const { added, removed, value } of changes) {
    if (!added && !removed) {
      open = undefined;
      at += value.length;
      continue;
    }
    open ??= hunks[hunks.push({ at, removed: 0, lines: [] }) - 1];
    if (open === undefined) continue;
    if (added) append(open.lines, value);
    else {
      open.removed += value.length;
      at += value.length;
    }
  }
  return hunks;
}

/** The names that stand at the marks of a conflict. */
export interface Labels {
  readonly ours: string;
  readonly base: string;
  readonly theirs: string;
}

/** A text put together from two versions of it. */
export interface MergedText {
  readonly text: string;
  /** Whether some lines stand twice, between the marks that Git and editors know. */
  readonly conflicts: boolean;
}

/**
 * Puts three versions of a text together. Where edits overlap, both versions and the base stand between marks, in the
 * form that `git merge-file --diff3` writes.
 */
export function mergeTexts(base: string, ours: string, theirs: string, labels: Labels): MergedText {
  const lines = linesOf(base);
  const whole = (text: string): Hunk[] => [{ at: 0, removed: lines.length, lines: linesOf(text) }];
  const own = hunksBetween(lines, linesOf(ours)) ?? whole(ours);
  const other = hunksBetween(lines, linesOf(theirs)) ?? whole(theirs);
  const text = mergeHunks(lines, own, other);
  return text === undefined
    ? { text: marked(lines, own, other, labels), conflicts: true }
    : { text, conflicts: false };
}

/** Two texts of which nobody knows where they came from: what they share stands once, the rest between marks. */
export function mergeUnrelated(ours: string, theirs: string, labels: Labels): MergedText {
  const lines = linesOf(ours);
  const hunks = hunksBetween(lines, linesOf(theirs)) ?? [
    { at: 0, removed: lines.length, lines: linesOf(theirs) },
  ];
  const parts: string[] = [];
  let at = 0;
  for (const hunk of hunks) {
    const end = hunk.at + hunk.removed;
    const both = marks(lines.slice(hunk.at, end), undefined, hunk.lines, labels);
    append(parts, lines.slice(at, hunk.at), both);
    at = end;
  }
  append(parts, lines.slice(at));
  return { text: parts.join(''), conflicts: hunks.length > 0 };
}

interface Region {
  start: number;
  end: number;
}

function marked(
  base: readonly string[],
  ours: readonly Hunk[],
  theirs: readonly Hunk[],
  labels: Labels,
): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of regions([...ours, ...theirs])) {
    const [own, other] = [ours, theirs].map((hunks) => applied(base, hunks, start, end));
    if (own === undefined || other === undefined) continue;
    const before = base.slice(start, end);
    append(parts, base.slice(at, start));
    if (own.join('') === other.join('') || other.join('') === before.join('')) append(parts, own);
    else if (own.join('') === before.join('')) append(parts, other);
    else append(parts, marks(own, before, other, labels));
    at = end;
  }
  return [...parts, ...base.slice(at)].join('');
}

/** Places that are edited, those that overlap or touch taken together: of a conflict its surroundings are told too. */
function regions(hunks: readonly Hunk[]): Region[] {
  const found: Region[] = [];
  for (const { at, removed } of hunks.toSorted((a, b) => a.at - b.at)) {
    const last = found.at(-1);
    if (last !== undefined && at <= last.end) last.end = Math.max(last.end, at + removed);
    else found.push({ start: at, end: at + removed });
  }
  return found;
}

function applied(
  base: readonly string[],
  hunks: readonly Hunk[],
  start: number,
  end: number,
): string[] {
  const parts: string[] = [];
  let at = start;
  for (const hunk of hunks.filter((one) => one.at >= start && one.at + one.removed <= end)) {
    append(parts, base.slice(at, hunk.at), hunk.lines);
    at = hunk.at + hunk.removed;
  }
  return [...parts, ...base.slice(at, end)];
}

function marks(
  ours: readonly string[],
  base: readonly string[] | undefined,
  theirs: readonly string[],
  labels: Labels,
): string[] {
  return [
    `<<<<<<< ${labels.ours}\n`,
    ...ended(ours),
    ...(base === undefined ? [] : [`||||||| ${labels.base}\n`, ...ended(base)]),
    '=======\n',
    ...ended(theirs),
    `>>>>>>> ${labels.theirs}\n`,
  ];
}

/** A mark stands on a line of its own. */
function ended(lines: readonly string[]): string[] {
  return lines.map((line) => (line.endsWith('\n') ? line : `${line}\n`));
}
