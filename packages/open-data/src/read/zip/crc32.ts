const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** Carries the CRC-32 of zip (ISO 3309) over the next stretch of bytes; starts from 0. */
export function crc32(before: number, bytes: Uint8Array): number {
  let crc = ~before;
  const { length } = bytes;
  // An index is several times as fast as an iterator until the loop is compiled.
  for (let at = 0; at < length; at++) {
    crc = (TABLE[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}
