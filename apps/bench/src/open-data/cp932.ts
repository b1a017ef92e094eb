/** Writes CP932, which the platform only reads: each pair of bytes is asked what it means. */
export function cp932Encoder(): (text: string) => Uint8Array {
  const decoder = new TextDecoder('shift_jis');
  const table = new Map<string, readonly number[]>();
  const learn = (...bytes: number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if (text.length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, bytes);
  };
  for (let one = 0; one < 0x100; one++) learn(one);
  for (let lead = 0x81; lead < 0x100; lead++) {
    for (let trail = 0x40; trail < 0x100; trail++) learn(lead, trail);
  }
  return (text) =>
    Uint8Array.from(
      Array.from(text).flatMap((letter) => {
        const bytes = table.get(letter);
        if (bytes === undefined) throw new Error(`CP932 has no ${letter}`);
        return bytes;
      }),
    );
}
