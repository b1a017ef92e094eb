/**
 * Folds a text for searching, so that width, case and kana do not matter: `ＡＥＤ` finds `aed`, `ショウガッコウ` and
 * `しょうがっこう` are the same, spaces and the many hyphens fall away.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[ァ-ヶ]+/g, hiragana)
    .replaceAll('ゖ', 'け') // 八ヶ岳 is written 八ケ岳 as well
    .replaceAll(/[\s・‐‑–—―−ー-]+/g, '')
    .normalize('NFKC'); // what the spaces kept apart may have joined
}

/** Whole runs at once: a call for each sign takes most of the time that folding a large table takes. */
function hiragana(katakana: string): string {
  let text = '';
  for (let at = 0; at < katakana.length; at++)
    text += String.fromCharCode(katakana.charCodeAt(at) - 0x60);
  return text;
}

/** The words of a search, folded; all of them must be found. */
export function searchWords(query: string): readonly string[] {
  return query
    .normalize('NFKC')
    .split(/\s+/)
    .map(fold)
    .filter((word) => word !== '');
}
