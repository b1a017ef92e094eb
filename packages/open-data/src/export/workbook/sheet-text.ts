/** Characters a cell can hold in Excel. */
const LONGEST = 32_767;

/**
 * Text as a workbook may hold it: what XML cannot hold (control characters, lone surrogates) and what would be read as
 * an escape is escaped as `_xHHHH_` (ECMA-376, 22.9.2.19), so that a reader sees the same text again. A line break in
 * a cell is a line feed, as Excel has it.
 */
export function sheetText(text: string): string {
  const held = isTooLong(text) ? text.slice(0, LONGEST) : text;
  return held.replace(/\r\n?/gu, '\n').replace(
    // oxlint-disable-next-line no-control-regex
    /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Cs}|_(?=x[0-9A-Fa-f]{4}_)/gu,
    (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
}

/** Whether Excel cannot hold the whole text in one cell. */
export function isTooLong(text: string): boolean {
  return text.length > LONGEST;
}
