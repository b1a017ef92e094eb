/** Code whose style sheets lack what only those who write them need: comments, and more than one blank. None of them holds a text. */
export function shortStyles(code: string): string {
  return code.replaceAll(/css ?`[^`]*`/g, (sheet) =>
    sheet
      .replaceAll(/\/\*[^*]*\*\//g, '')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/ ?([{};,]) ?/g, '$1'),
  );
}
