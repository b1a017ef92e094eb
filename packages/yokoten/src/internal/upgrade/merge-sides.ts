import { mergeTexts, mergeUnrelated, type Labels } from './merge-texts.ts';
import { sameEntry, textEntry, textOf, type Entry, type Tree } from './tree.ts';

/** What the three sides have at one place. */
export interface Sides {
  readonly base?: Entry;
  readonly ours?: Entry;
  readonly theirs?: Entry;
}

/** Three trees put together. */
export interface Merged {
  /** Every file; where a text conflicts, both versions stand in it between marks. */
  readonly files: Tree;
  /** What could not be put together, by path. */
  readonly conflicts: ReadonlyMap<string, Sides>;
}

/** The three sides, without those that are not there. */
function sidesOf(base?: Entry, ours?: Entry, theirs?: Entry): Sides {
  return { ...(base && { base }), ...(ours && { ours }), ...(theirs && { theirs }) };
}

/** What stands at one place after a merge. */
export interface MergedSides {
  readonly entry: Entry | undefined;
  readonly conflicts: boolean;
}

/** One file put together by what it is: untouched on one side, a text, or bytes of which one version stays. */
export function mergeSides({ base, ours, theirs }: Sides, labels: Labels): MergedSides {
  if (sameEntry(ours, base)) return { entry: theirs, conflicts: false };
  if (sameEntry(theirs, base) || sameEntry(ours, theirs)) return { entry: ours, conflicts: false };
  if (ours === undefined || theirs === undefined) return { entry: ours ?? theirs, conflicts: true };
  const isLink = [base, ours, theirs].some((side) => side?.mode === '120000');
  const [before, own, other] = [base, ours, theirs].map((side) => side && textOf(side));
  if (isLink || own === undefined || other === undefined || (base && before === undefined))
    return { entry: ours, conflicts: true };
  const { text, conflicts } =
    before === undefined
      ? mergeUnrelated(own, other, labels)
      : mergeTexts(before, own, other, labels);
  const mode = base?.mode === ours.mode ? theirs.mode : ours.mode;
  return { entry: { ...textEntry(text), mode }, conflicts };
}

/** Merges whole trees path by path; a file that one side moved is two files to it. */
export function mergeByPath(base: Tree, ours: Tree, theirs: Tree, labels: Labels): Merged {
  const files = new Map(ours);
  const conflicts = new Map<string, Sides>();
  for (const path of new Set([...base.keys(), ...theirs.keys()])) {
    const sides = sidesOf(base.get(path), ours.get(path), theirs.get(path));
    const merged = mergeSides(sides, labels);
    if (merged.entry === undefined) files.delete(path);
    else files.set(path, merged.entry);
    if (merged.conflicts) conflicts.set(path, sides);
  }
  return { files, conflicts };
}

/** Whether a file is gone on one side and changed on the other: it may have moved. */
export function mayHaveMoved({ conflicts }: Merged): boolean {
  return [...conflicts.values()].some(
    ({ base, ours, theirs }) => base !== undefined && (ours === undefined || theirs === undefined),
  );
}
