/** 市立, 国立 … with the place that founded it in front: 見本市立第一小学校 is 第一小学校. */
const FOUNDER = /^\S{0,12}?[都道府県市区町村国公私組]立(?=..)/u;
const LONGEST = 100;

/** A place's name, or an address, for comparison: NFKC, without blanks, punctuation and founder. Never shown. */
export function foldName(name: string): string {
  const folded = name.slice(0, LONGEST).normalize('NFKC').toLowerCase();
  return folded
    .replace(FOUNDER, '')
    .replaceAll(/[\s\p{P}\p{S}]+/gu, '')
    .replaceAll('ヶ', 'ケ')
    .replaceAll('ヵ', 'カ');
}

/** Whether two folded names share so much that they can mean one place at the same spot: one begins or ends the other, or half of their pairs of letters agree. */
export function alike(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 2) return false;
  if (long.startsWith(short) || long.endsWith(short)) return true;
  const pairs = pairsIn(short);
  const shared = [...pairsIn(long)].filter((pair) => pairs.has(pair)).length;
  return shared * 2 >= pairsIn(long).size;
}

function pairsIn(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < text.length; at++) pairs.add(text.slice(at, at + 2));
  return pairs;
}
