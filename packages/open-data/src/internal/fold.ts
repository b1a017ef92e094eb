/** No header is longer; what is, is a cell that lost its way. */
const LONGEST = 200;
const NOISE = /[^\p{L}\p{N}#]|ー/gu;
const HIRAGANA = /[ぁ-ゖ]/gu;
const KATAKANA_OFFSET = 0x60;

/**
 * A header for comparison: NFKC, lower case, katakana for hiragana, and nothing but letters and digits, so that width,
 * blanks, line breaks, brackets, underscores, hyphens and long vowels do not matter. Never shown.
 */
export function foldLabel(label: string): string {
  return label
    .slice(0, LONGEST)
    .normalize('NFKC')
    .toLowerCase()
    .replace(NOISE, '')
    .replace(HIRAGANA, (kana) => String.fromCharCode(kana.charCodeAt(0) + KATAKANA_OFFSET));
}

/** One header of a file. */
export interface Label {
  /** As the file writes it. */
  readonly label: string;
  readonly folded: string;
  /** Folded, without the remark behind it; `undefined` where there is none. */
  readonly bare: string | undefined;
}

export function labelOf(label: string): Label {
  return { label, folded: foldLabel(label), bare: withoutRemark(label) };
}

/** What can stand behind a header without changing what it means: units, and how to fill the column in. */
const REMARK =
  /^(?:m2?|km2?|[cm]m|ha|%|人|名|台|円|件|個|基|席|床|本|箇所|か所|歳|分|度|必須|任意|半角|全角|西暦|漢字|日本語|代表|数値|数字|10進|10進数|10進法|十進|十進法|世界測地系|wgs84|jgd2011|単位.{1,6}|最大\d{1,4}文字|その他、snsなど)$/u;

/** The header without such a remark in brackets or after its last underscore. */
function withoutRemark(label: string): string | undefined {
  const text = label.slice(0, LONGEST).normalize('NFKC').trim().toLowerCase();
  const opened = Math.max(text.lastIndexOf('('), text.lastIndexOf('['), text.lastIndexOf('【'));
  const closed = /[)\]】]$/u.test(text);
  const at = closed ? opened : text.lastIndexOf('_');
  if (at < 1) return undefined;
  const remark = closed ? text.slice(at + 1, -1) : text.slice(at + 1);
  return REMARK.test(remark.trim()) ? foldLabel(text.slice(0, at)) : undefined;
}

/** Whether two folded texts differ by one letter: inserted, left out, changed, or swapped with its neighbour. */
export function differByOne(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1 || short === long) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end++;
  const left = short.slice(start, short.length - end);
  const right = long.slice(start, long.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && left[0] === right[1] && left[1] === right[0];
}
