import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const program = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
// By itself it would fetch this from a server.
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(program)).buffer } });

/** A picture of a code and nothing else. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** RGBA. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** What the QR codes in a picture (the bytes of a PNG, or pixels) say, as another program than ours reads them. */
export async function readQr(picture: Uint8Array | Pixels): Promise<readonly string[]> {
  const isPlain = !(picture instanceof Uint8Array);
  const image = isPlain ? { ...picture, colorSpace: 'srgb' as const } : picture;
  // Nothing has to be looked for where there is nothing else.
  const options = isPlain ? { isPure: true, tryHarder: false, tryInvert: false } : {};
  const found = await readBarcodes(image, { formats: ['QRCode'], ...options });
  return found.map(({ text }) => text);
}
