import { expect, test } from 'vitest';
import type { RecordedFile } from './app-record.ts';
import { baseFiles } from './base-files.ts';
import type { Release } from './release.ts';
import { sha256, textEntry } from './tree.ts';

const fills = { code: '000000', name: '見本市', latin: 'Mihon City', package: 'my-map' };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const released: Release = {
  version: '1.0.0',
  templates: new Map([
    [
      't',
      {
        id: 't',
        version: '1.0.0',
        moved: new Map(),
        files: new Map([
          ['x', { class: 'merged', bytes: bytes('of {{yokoten:package}}'), isFilled: true }],
        ]),
      },
    ],
  ]),
};

async function baseOf(
  file: RecordedFile,
  ours: string,
  archived?: string,
  release?: Release,
): Promise<string | undefined> {
  const found = await baseFiles({
    record: { schemaVersion: 1, template: 't', version: '1.0.0', files: new Map([['x', file]]) },
    fills,
    ours: new Map([['x', textEntry(ours)]]),
    archive: new Map(archived === undefined ? [] : [['x', bytes(archived)]]),
    open: () => Promise.resolve(release),
  });
  const base = found.get('x');
  return base && new TextDecoder().decode(base);
}

const filled: RecordedFile = { class: 'merged' };
const hashed: RecordedFile = { class: 'template', sha256: sha256(bytes('began')) };

test('what was filled in for the app is what the archive says, else the release; never what the owner made of it', async () => {
  expect(await baseOf(filled, 'edited', 'of my-map')).toBe('of my-map');
  expect(await baseOf(filled, 'edited', undefined, released)).toBe('of my-map');
  expect(await baseOf(filled, 'edited')).toBeUndefined();
});

test('what has a hash is proved by it, wherever it comes from', async () => {
  expect(await baseOf(hashed, 'began', 'damaged')).toBe('began');
  expect(await baseOf(hashed, 'edited', 'began')).toBe('began');
  expect(await baseOf(hashed, 'edited', 'damaged', released)).toBeUndefined();
});

test('what is the owner’s has no base', async () => {
  expect(await baseOf({ class: 'yours' }, 'own', 'archived', released)).toBeUndefined();
});
