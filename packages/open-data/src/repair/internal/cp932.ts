/** Character → its bytes in CP932, one or two as one number. The platform only decodes, so the table is decoded once. */
let table: ReadonlyMap<string, number> | undefined;

/** The bytes of a text in CP932; `undefined` where a character has none. */
export function bytesOfCp932(text: string): Uint8Array | undefined {
  table ??= buildTable();
  const bytes: number[] = [];
  for (const letter of text) {
    const unit = letter.charCodeAt(0);
    if (unit < 0x80) {
      bytes.push(unit);
      continue;
    }
    const code = table.get(letter);
    if (code === undefined) return undefined;
    if (code > 0xff) bytes.push(code >> 8);
    bytes.push(code & 0xff);
  }
  return Uint8Array.from(bytes);
}

function buildTable(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('shift_jis');
  const codes = new Map<string, number>();
  for (let byte = 0xa1; byte <= 0xdf; byte++) codes.set(decoder.decode(Uint8Array.of(byte)), byte);
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    if (lead >= 0xa0 && lead < 0xe0) continue;
    for (let trail = 0x40; trail <= 0xfc; trail++) {
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      // A character that stands twice in the table was read from its first place or its second: both are tried by no one.
      if (letter.length === 1 && letter !== '\ufffd' && !codes.has(letter)) {
        codes.set(letter, (lead << 8) | trail);
      }
    }
  }
  return codes;
}
