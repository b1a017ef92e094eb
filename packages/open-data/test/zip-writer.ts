import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A file to put into an archive; what is left out is true to the content. */
export interface NewEntry {
  readonly name: string | Uint8Array;
  readonly data: string | Uint8Array;
  readonly stored?: boolean;
  readonly zip64?: boolean;
  readonly encrypted?: boolean;
  /** The size the directory is to claim. */
  readonly claims?: number;
  /** The deflated content where it is there already; `data` is then not looked at. */
  readonly packed?: Uint8Array;
}

const bytesOf = (text: string | Uint8Array): Uint8Array =>
  typeof text === 'string' ? new TextEncoder().encode(text) : text;

/** Writes a zip archive, a dishonest one where asked. */
export function zipOf(entries: readonly NewEntry[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { stored = false, zip64 = false, encrypted = false } = entry;
    const name = bytesOf(entry.name);
    const data = bytesOf(entry.data);
    const packed = entry.packed ?? (stored ? data : new Uint8Array(deflateRawSync(data)));
    const size = entry.claims ?? data.length;
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(encrypted ? 1 : 0, 2);
    head.writeUInt16LE(stored ? 0 : 8, 4);
    head.writeUInt32LE(crc32(data), 10);
    head.writeUInt32LE(zip64 ? 0xffffffff : packed.length, 14);
    head.writeUInt32LE(zip64 ? 0xffffffff : size, 18);
    head.writeUInt16LE(name.length, 22);
    const extra = Buffer.alloc(zip64 ? 20 : 0);
    if (zip64) {
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(16, 2);
      extra.writeBigUInt64LE(BigInt(size), 4);
      extra.writeBigUInt64LE(BigInt(packed.length), 12);
    }
    head.writeUInt16LE(extra.length, 24);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), head, tail, name, extra);
    const local = [Buffer.from('PK\x03\x04', 'latin1'), head, name, extra, packed];
    parts.push(...local);
    offset += local.reduce((sum, part) => sum + part.length, 0);
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]));
}

/** As many zero bytes as no deflated stream can hold in less: a thousand to one, made without making them. */
export function packedZeros(megabytes: number): Uint8Array {
  const finishFlush = constants.Z_FULL_FLUSH;
  const one = deflateRawSync(new Uint8Array(1e6), { level: 9, finishFlush });
  const end = deflateRawSync(new Uint8Array());
  return new Uint8Array(Buffer.concat([...Array.from({ length: megabytes }, () => one), end]));
}
