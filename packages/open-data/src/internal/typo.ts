import type { Candidate } from './edition.ts';
import { differByOne } from './fold.ts';
import type { Meaning } from './vocabulary.ts';

/** A short header is one letter from many others. */
const LONG_ENOUGH = 6;
/** Loanwords are spelt in many ways: ベビーカ貸出, オスメイト設置トイレ有無. */
const SAFE = 0.85;
const UNSAFE = 0.7;
const UNDECIDED = 0.5;

/**
 * What a header that nobody knows may be a misspelling of. One wrong kanji or digit can turn a meaning round
 * (許可年月日, 認可年月日; 0-4歳, 0-5歳), and so can one Latin letter (latitude, altitude): such a guess is only offered.
 */
export function misspelt({ words }: Candidate, folded: string): Meaning[] {
  if (folded.length < LONG_ENOUGH) return [];
  const near = new Map<string, Meaning>();
  for (const [word, { standard }] of words) {
    if (word.length < LONG_ENOUGH || !differByOne(folded, word)) continue;
    const safe = fixedPart(folded) === fixedPart(word);
    const known = near.get(standard)?.confidence ?? 0;
    near.set(standard, { standard, confidence: Math.max(known, safe ? SAFE : UNSAFE) });
  }
  return near.size < 2
    ? [...near.values()]
    : Array.from(near.values(), ({ standard }) => ({ standard, confidence: UNDECIDED }));
}

function fixedPart(word: string): string {
  return word.replace(/[^\p{sc=Han}\p{N}a-z]/gu, '');
}
