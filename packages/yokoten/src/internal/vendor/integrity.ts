import { createHash, timingSafeEqual } from 'node:crypto';

/** The strongest first; npm's older lists have only the last. */
const ALGORITHMS = ['sha512', 'sha384', 'sha256', 'sha1'] as const;

/** The Subresource Integrity of bytes, as npm writes it down. */
export function integrityOf(bytes: Uint8Array): string {
  return `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
}

/**
 * Whether bytes are what an integrity says; of several hashes only the strongest kind counts
 * (https://www.w3.org/TR/sri-2/).
 */
export function hasIntegrity(bytes: Uint8Array, integrity: string): boolean {
  const hashes = integrity.trim().split(/\s+/);
  const strongest = ALGORITHMS.find((name) => hashes.some((one) => one.startsWith(`${name}-`)));
  if (strongest === undefined) return false;
  const actual = createHash(strongest).update(bytes).digest();
  return hashes.some((one) => {
    if (!one.startsWith(`${strongest}-`)) return false;
    const expected = Buffer.from(one.slice(strongest.length + 1).split('?')[0] ?? '', 'base64');
    return expected.length === actual.length && timingSafeEqual(expected, actual);
  });
}
