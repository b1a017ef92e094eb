import { createHash } from 'node:crypto';
import { assert, property, uint8Array } from 'fast-check';
import { expect, test } from 'vitest';
import { hasIntegrity, integrityOf } from './integrity.ts';

const of = (name: string, bytes: Uint8Array): string =>
  `${name}-${createHash(name).update(bytes).digest('base64')}`;

test('bytes have their own integrity, and no other bytes have it', () => {
  assert(
    property(uint8Array(), uint8Array(), (a, b) => {
      expect(hasIntegrity(a, integrityOf(a))).toBe(true);
      expect(hasIntegrity(b, integrityOf(a))).toBe(Buffer.compare(a, b) === 0);
    }),
  );
});

test('of several hashes the strongest kind counts, and any of that kind', () => {
  const [a, b] = [new Uint8Array([1]), new Uint8Array([2])];
  expect(hasIntegrity(a, `${of('sha1', a)} ${of('sha512', b)}`)).toBe(false);
  expect(hasIntegrity(a, `${of('sha512', b)} ${of('sha512', a)}`)).toBe(true);
  expect(hasIntegrity(a, of('sha1', a))).toBe(true);
});

test.each(['', 'md5-AAAA', 'sha512-', 'sha512-!!', 'x'])('%j is no integrity', (integrity) => {
  expect(hasIntegrity(new Uint8Array(), integrity)).toBe(false);
});
