import type { Label } from './fold.ts';
import type { Knowledge } from './knowledge.ts';
import type { Meaning } from './vocabulary.ts';

/** One such word alone means little: 地震 or 津波 can head any column. */
const MARKS_NEEDED = 5;
/** Something else's name is no name of the place. */
const NAMED_OTHERS = /連絡|設置|管理|運営|所有|主催|団体|法人|代表|担当|責任|路線|事業者/u;
const NAMED_THING = 0.8;

/** What a header means in a list of no known dataset, before its cells are looked at. */
export function sharedMeaning(
  knowledge: Knowledge,
  { folded, label, bare }: Label,
): Meaning | undefined {
  const known = lookUp(knowledge, folded);
  if (known !== undefined) return known;
  const thing = knowledge.things.find((one) => folded.startsWith(one));
  const shorter = bare ?? (thing === undefined ? undefined : folded.slice(thing.length));
  const meant = shorter === undefined ? undefined : lookUp(knowledge, shorter);
  if (meant !== undefined) return meant;
  const isName = /.[_＿]名称$/u.test(label) && !NAMED_OTHERS.test(label);
  return isName ? { standard: '名称', confidence: NAMED_THING } : undefined;
}

function lookUp({ shared, vocabulary }: Knowledge, folded: string): Meaning | undefined {
  const word = vocabulary.get(folded);
  const [standard] = word?.senses ?? [];
  return (
    shared.get(folded) ??
    (word === undefined || standard === undefined
      ? undefined
      : { standard, confidence: word.confidence })
  );
}

/**
 * Words of datasets the file is not, but borrows from: where at least five columns that only one dataset has are
 * there, those columns mean what they mean there.
 */
export function borrowedWords(
  labels: readonly Label[],
  { marked }: Knowledge,
): ReadonlyMap<string, Meaning> {
  const borrowed = new Map<string, Meaning>();
  const used = new Set(labels.map(({ folded }) => folded));
  for (const words of marked) {
    const found = new Set<string>();
    for (const [word, meaning] of words) if (used.has(word)) found.add(meaning.standard);
    if (found.size < MARKS_NEEDED) continue;
    for (const [word, meaning] of words) borrowed.set(word, meaning);
  }
  return borrowed;
}
