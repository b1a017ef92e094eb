/** Writes text in an encoding that the platform can only read: its decoder is asked for every pair of bytes. */
export function encoderFor(label: 'shift_jis' | 'euc-jp'): (text: string) => Uint8Array {
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(label, { fatal: true });
  const learn = (...bytes: number[]): void => {
    const letter = decodeOne(decoder, bytes);
    if (letter !== undefined && !table.has(letter)) table.set(letter, bytes);
  };
  for (let one = 0; one < 256; one++) learn(one);
  for (let lead = 0x81; lead < 0x100; lead++)
    for (let trail = 0x40; trail < 0x100; trail++) learn(lead, trail);
  return (text) =>
    Uint8Array.from(
      Array.from(text).flatMap((letter) => {
        const bytes = table.get(letter);
        if (bytes === undefined) throw new Error(`${label} has no ${letter}`);
        return bytes;
      }),
    );
}

function decodeOne(decoder: TextDecoder, bytes: readonly number[]): string | undefined {
  try {
    const text = decoder.decode(Uint8Array.from(bytes));
    return Array.from(text).length === 1 ? text : undefined;
  } catch {
    return undefined;
  }
}

/** UTF-16 of either byte order, with or without byte order mark. */
export function utf16(text: string, littleEndian: boolean, bom: boolean): Uint8Array {
  const units = (bom ? '\ufeff' : '') + text;
  const view = new DataView(new ArrayBuffer(units.length * 2));
  for (let i = 0; i < units.length; i++) view.setUint16(i * 2, units.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}
