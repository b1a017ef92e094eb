import { open } from 'node:fs/promises';
import { check } from '@yokoten/open-data/check';
import { finish } from './finish.mjs';

const [file = '', limit, repeats] = process.argv.slice(2);
const settings = { file, limit: Number(limit), repeats: repeats === 'repeats' };
const { rows, counts, findings, columns } = await check(pieces(file), settings);
/** @type {Map<string, number>} */
const byCode = new Map();
for (const { code, count } of counts) byCode.set(code, (byCode.get(code) ?? 0) + count);
finish({
  rows,
  counts: Object.fromEntries(byCode),
  first: findings.map(({ row, code, column }) => `${row} ${code} ${column}`),
  missing: columns.map(({ missing }) => missing),
});

/**
 * Reads into the same memory again and again.
 * @param {string} path
 */
async function* pieces(path) {
  const handle = await open(path);
  const memory = new Uint8Array(1 << 17);
  try {
    for (;;) {
      const { bytesRead } = await handle.read(memory);
      if (bytesRead === 0) return;
      yield memory.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}
