/**
 * Folds a text for searching, so that width, case and kana do not matter: `ＡＥＤ` finds `aed`, `ショウガッコウ` and
 * `しょうがっこう` are the same, spaces and the many hyphens fall away.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[ァ-ヶ]/g, (kana) => String.fromCodePoint(kana.charCodeAt(0) - 0x60))
    .replaceAll('ゖ', 'け') // 八ヶ岳 is written 八ケ岳 as well
    .replaceAll(/[\s・‐‑–—―−ー-]+/g, '')
    .normalize('NFKC'); // what the spaces kept apart may have joined
}

/** The words of a search, folded; all of them must be found. */
export function searchWords(query: string): readonly string[] {
  return query
    .normalize('NFKC')
    .split(/\s+/)
    .map(fold)
    .filter((word) => word !== '');
}
