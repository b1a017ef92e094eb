import type { CellKind, Evidence, Reading } from '../kind.ts';

type Answer = 'yes' | 'no' | 'unclear';

/** Ways to write yes and no. A column speaks one of them; two at once could mean different things. */
const VOCABULARIES: readonly (readonly [family: string, answer: Answer, words: string])[] = [
  ['word', 'yes', '有 あり 有り アリ'],
  ['word', 'no', '無 なし 無し ナシ'],
  ['mark', 'yes', '○ 〇 ◯ ⚪ ⭕ ● o O'],
  ['mark', 'no', '× ✕ ✖ ╳ ☓ ❌ x X'],
  ['mark', 'unclear', '△ ▲ ◎ ▽ □ ☆'],
  ['ability', 'yes', '可 可能'],
  ['ability', 'no', '不可 否 不可能'],
  ['digit', 'yes', '1'],
  ['digit', 'no', '0'],
  ['logic', 'yes', 'true yes はい'],
  ['logic', 'no', 'false no いいえ'],
];
const MEANINGS: ReadonlyMap<string, readonly [family: string, answer: Answer]> = new Map(
  VOCABULARIES.flatMap(([family, answer, words]) =>
    words.split(' ').map((word) => [word.toLowerCase(), [family, answer] as const] as const),
  ),
);

/**
 * ○, ×, あり, 可, 1 … in a column of 有 and 無, or of flags (`1` or blank), where the whole column speaks one way. What △ and ◎ mean
 * is never guessed. "No" has no place among flags: it becomes blank only where every cell is either yes or no.
 */
export const presenceMark: CellKind = {
  code: 'open-data/presence-mark',
  prepare: (column) => {
    const { format, codes } = column;
    const flag = format === 'flag';
    if (!flag && !(codes.includes('有') && codes.includes('無'))) return () => undefined;
    let speech: Speech | undefined;
    return (text) => {
      const meaning = meaningOf(text);
      if (meaning === undefined) return undefined;
      speech ??= speechOf(column);
      const [family, answer] = meaning;
      if (answer === 'unclear') return { doubt: 'open-data/unclear-mark' };
      if (!speech.allows(family, answer)) return { doubt: 'open-data/presence-mark' };
      return flag
        ? flagged(answer, speech)
        : { after: answer === 'yes' ? '有' : '無', confidence: 0.95 };
    };
  },
};

function flagged(answer: Answer, { binary }: Speech): Reading {
  if (answer === 'yes') return { after: '1', confidence: 0.95 };
  return binary ? { after: '', confidence: 0.9 } : { doubt: 'open-data/presence-mark' };
}

function meaningOf(text: string): readonly [family: string, answer: Answer] | undefined {
  if (text.length > 6) return undefined;
  return MEANINGS.get(text.normalize('NFKC').trim().toLowerCase()) ?? MEANINGS.get(text);
}

interface Speech {
  /** Whether no other way of yes and no speaks against this one. */
  readonly allows: (family: string, answer: Answer) => boolean;
  /** Whether every cell is filled with yes or no. */
  readonly binary: boolean;
}

function speechOf({ format, values, hasBlank }: Evidence): Speech {
  // A value as the standard writes it says nothing about what the others mean.
  const own =
    format === 'flag'
      ? (family: string, answer: Answer) => family === 'digit' && answer === 'yes'
      : (family: string) => family === 'word';
  const families = new Set<string>();
  let binary = !hasBlank();
  for (const value of values()) {
    const [family, answer] = meaningOf(value) ?? [/^\d/u.test(value) ? 'count' : '', 'unclear'];
    if (answer === 'unclear') binary = false;
    if (family !== '' && (format !== 'flag' || !own(family, answer))) families.add(family);
  }
  return {
    allows: (family, answer) =>
      own(family, answer) || (families.size === 1 && families.has(family)),
    binary,
  };
}
