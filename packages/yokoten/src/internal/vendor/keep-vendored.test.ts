import { expect, test } from 'vitest';
import { keepVendored } from './keep-vendored.ts';
import { vendorRecord } from './vendor-record.ts';
import { readPlatforms } from './platform.ts';

const record = vendorRecord(readPlatforms(['linux-x64']));

function lock(packages: Readonly<Record<string, object>>): string {
  return `${JSON.stringify({ lockfileVersion: 3, packages: { '': {}, ...packages } }, undefined, 2)}\n`;
}

const a = { version: '1.0.0', integrity: 'sha512-a' };
const stored = { ...a, resolved: 'file:vendor/a-1.0.0.tgz' };

test('what is the same points at its file again, and nothing is to do', () => {
  const kept = keepVendored(
    lock({ 'node_modules/a': stored }),
    lock({ 'node_modules/a': a }),
    record,
  );
  expect(JSON.parse(kept.text).packages['node_modules/a']).toEqual(stored);
  expect(kept.isStale).toBe(false);
});

test.each([
  ['another version', { 'node_modules/a': { ...a, version: '1.1.0' } }],
  ['other bytes', { 'node_modules/a': { ...a, integrity: 'sha512-b' } }],
  ['one more', { 'node_modules/a': a, 'node_modules/b': a }],
  ['one less', {}],
] as const)('%s: the files are to be fetched anew', (_what, packages) => {
  const kept = keepVendored(lock({ 'node_modules/a': stored }), lock(packages), record);
  expect(kept.isStale).toBe(true);
  expect(kept.text).not.toContain('1.1.0.tgz');
});

test('the C library that npm 10 drops stays', () => {
  const native = { ...a, optional: true, os: ['linux'], cpu: ['x64'] };
  const before = lock({
    'node_modules/a': stored,
    'node_modules/n': { ...native, libc: ['musl'] },
  });
  const kept = keepVendored(
    before,
    lock({ 'node_modules/a': a, 'node_modules/n': native }),
    record,
  );
  expect(JSON.parse(kept.text).packages['node_modules/n'].libc).toEqual(['musl']);
  expect(kept.isStale).toBe(false);
});
