import type { Encoding } from '../encoding.ts';
import type { ByteReader } from './byte-source.ts';

const STEP = 1 << 17;

/** Whether a separator's byte can be part of another character, so that bytes say little: the text becomes UTF-8 first. */
export function isCarriedOver(encoding: Encoding): boolean {
  return encoding === 'utf-16le' || encoding === 'utf-16be' || encoding === 'iso-2022-jp';
}

/** Turns whole stretches of bytes into text, those carried over from UTF-8. A byte order mark is text like any other. */
export function textDecoder(encoding: Encoding): (bytes: Uint8Array) => string {
  const label = encoding === 'cp932' ? 'shift_jis' : isCarriedOver(encoding) ? 'utf-8' : encoding;
  const decoder = new TextDecoder(label, { ignoreBOM: true });
  return (bytes) => decoder.decode(bytes);
}

/** The text as UTF-8, piece by piece. */
export async function* transcoded(
  reader: ByteReader,
  encoding: Encoding,
): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const encoder = new TextEncoder();
  for (;;) {
    const bytes = await reader.peek(STEP);
    yield encoder.encode(decoder.decode(bytes, { stream: true }));
    reader.skip(bytes.length);
    if (!reader.ended) continue;
    yield encoder.encode(decoder.decode());
    return;
  }
}
