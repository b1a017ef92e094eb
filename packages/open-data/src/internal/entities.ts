const ENTITY = /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#x([\da-f]{1,6}));/giu;
const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

/** The characters that HTML writes as `&amp;` or `&#12354;`. What stands for no character of a text stays as it is. */
export function decodeEntities(text: string): string {
  return text.replace(ENTITY, (whole: string, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return NAMED.get(name.toLowerCase()) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const isSeen =
      (code >= 0x20 || code === 9 || code === 10 || code === 13) &&
      code <= 0x10ffff &&
      !(code >= 0x7f && code < 0xa0) &&
      !(code >= 0xd800 && code < 0xe000);
    return isSeen ? String.fromCodePoint(code) : whole;
  });
}
