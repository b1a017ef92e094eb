import type { Encoding } from '../encoding.ts';
import type { ByteReader } from './byte-source.ts';

const STEP = 1 << 17;

/** Turns whole stretches of bytes into text. A byte order mark is text like any other. */
export function textDecoder(encoding: Encoding): (bytes: Uint8Array) => string {
  const label = encoding === 'cp932' ? 'shift_jis' : encoding;
  const decoder = new TextDecoder(label, { ignoreBOM: true });
  return (bytes) => decoder.decode(bytes);
}

/** UTF-16 as UTF-8, piece by piece. */
export async function* transcoded(
  reader: ByteReader,
  encoding: 'utf-16le' | 'utf-16be',
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
