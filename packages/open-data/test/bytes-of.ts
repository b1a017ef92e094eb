type Written = (text: string) => Uint8Array | undefined;

const made = new Map<string, Written>();

/** Writes text in an encoding, `undefined` where it has a character the encoding has not. The platform only reads most. */
export function bytesOf(encoding: 'utf-8' | 'cp932' | 'euc-jp'): Written {
  if (encoding === 'utf-8') return (text) => new TextEncoder().encode(text);
  const known = made.get(encoding);
  if (known !== undefined) return known;
  const table = letters(new TextDecoder(encoding === 'cp932' ? 'shift_jis' : encoding));
  const write: Written = (text) => {
    const bytes = Array.from(text, (letter) => table.get(letter));
    return bytes.includes(undefined)
      ? undefined
      : Uint8Array.from(bytes.flatMap((one) => one ?? []));
  };
  made.set(encoding, write);
  return write;
}

/** Every character of an encoding with the first of the one or two bytes that are read as it. */
function letters(decoder: TextDecoder): Map<string, number[]> {
  const table = new Map<string, number[]>();
  const learn = (...bytes: number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if (text.length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, bytes);
  };
  for (let one = 0; one < 0x100; one++) learn(one);
  for (let lead = 0x81; lead < 0x100; lead++) {
    for (let trail = 0x40; trail < 0x100; trail++) learn(lead, trail);
  }
  return table;
}
