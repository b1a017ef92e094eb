const WIDE = /[！-～　￥㍻㍼㍽㍾㋿]/u;

/** The ASCII of full-width signs, digits and letters; era signs of one character as two. Hyphens are left to `odd-hyphen`. */
export function halfWidth(text: string): string {
  if (!WIDE.test(text)) return text;
  return text.replace(/[！-～　]|[㍻㍼㍽㍾㋿]/gu, (wide) => {
    if (wide === '－') return wide;
    return wide === '　' ? ' ' : wide.normalize('NFKC');
  });
}

/** Everything a person might type for `-`: hyphens, dashes, minus, and the long vowel sign between digits. */
export const HYPHENS = '\\-‐‑‒–—―−ー－﹣ｰ─━';

const HYPHEN = new RegExp(`[${HYPHENS}]`, 'gu');
const LEFT = /^[0-9０-９)）]?$/u;
const RIGHT = /^[0-9０-９(（]$/u;

/** The same text with `-` for every such sign between digits or before the first one. */
export function plainHyphens(text: string): string {
  return text.replace(HYPHEN, (hyphen, at: number) => {
    const between = LEFT.test(text.charAt(at - 1)) && RIGHT.test(text.charAt(at + 1));
    return between ? '-' : hyphen;
  });
}

const DIGITS: ReadonlyMap<string, number> = new Map(
  Array.from('〇一二三四五六七八九').map((digit, value) => [digit, value]),
);

/** A kanji numeral up to 9999, as `六`, `十二`, `二十三`, `二〇二四`; `undefined` for anything else. */
export function kanjiNumber(text: string): number | undefined {
  if (text === '' || text.length > 7) return undefined;
  const digits = Array.from(text).map((letter) => DIGITS.get(letter));
  if (!digits.includes(undefined)) {
    return digits.length === 4 || digits.length === 1 ? Number(digits.join('')) : undefined;
  }
  const [, tens, ones] = /^([二三四五六七八九]?)十([一二三四五六七八九]?)$/u.exec(text) ?? [];
  if (tens === undefined) return undefined;
  return (DIGITS.get(tens) ?? 1) * 10 + (DIGITS.get(ones ?? '') ?? 0);
}
