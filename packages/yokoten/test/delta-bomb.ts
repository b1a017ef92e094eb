import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { MadeRepository } from './foreign-server.ts';

const BLOCK = 65_536;
const [BLOB, REF_DELTA] = [3, 7];

/**
 * Commits a file of so many zeros that is stored as a delta of some hundred bytes for each million (gitformat-pack(5)):
 * whoever unpacks it needs all of the file at once.
 */
export function deltaBomb(made: MadeRepository, size: number): void {
  const count = Math.ceil(size / BLOCK);
  const base = Buffer.alloc(BLOCK);
  const hash = createHash('sha1').update(`blob ${count * BLOCK}\0`);
  for (let i = 0; i < count; i += 1) hash.update(base);
  const result = hash.digest('hex');
  // Copy 65,536 bytes from the beginning of the base: a size of nothing means that many.
  const copies = Buffer.alloc(count, 0x80);
  const delta = Buffer.concat([varint(BLOCK), varint(count * BLOCK), copies]);
  const baseId = createHash('sha1').update(`blob ${BLOCK}\0`).update(base).digest();
  const body = Buffer.concat([
    Buffer.from('PACK'),
    number(2),
    number(2),
    head(BLOB, BLOCK),
    deflateSync(base),
    head(REF_DELTA, delta.length),
    baseId,
    deflateSync(delta),
  ]);
  const pack = Buffer.concat([body, createHash('sha1').update(body).digest()]);
  made.git(['index-pack', '--stdin', '--fix-thin'], pack);
  const entries = [
    `100644 blob ${baseId.toString('hex')}\tbase.bin\n`,
    `100644 blob ${result}\tbomb.bin\n`,
  ];
  const tree = made.git(['mktree'], entries.join(''));
  made.git(['update-ref', 'HEAD', made.git(['commit-tree', '-m', 'x', tree])]);
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** Seven bits a byte, lowest first. */
function varint(value: number): Buffer {
  const bytes = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    bytes.push((rest % 128) | (rest >= 128 ? 128 : 0));
    if (rest < 128) return Buffer.from(bytes);
  }
}

/** Type and size of an object in a pack: four bits of the size, then seven a byte. */
function head(type: number, size: number): Buffer {
  const first = (type << 4) | (size % 16);
  if (size < 16) return Buffer.from([first]);
  return Buffer.concat([Buffer.from([first | 128]), varint(Math.floor(size / 16))]);
}
