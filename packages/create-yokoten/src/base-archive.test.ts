import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { baseArchive } from './base-archive.ts';

test('any bytes come back from the archive as they were', () => {
  const path = fc.constantFrom('a', 'src/b.ts', '__proto__', '日本語.css');
  const content = fc.oneof(
    fc.uint8Array(),
    fc.string().map((text) => new TextEncoder().encode(text)),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ path, content }), { selector: (one) => one.path }),
      (files) => {
        const read = JSON.parse(baseArchive(files)) as {
          files: Record<string, string | { base64: string }>;
        };
        expect(Object.keys(read.files)).toHaveLength(files.length);
        for (const one of files) {
          const kept = Object.getOwnPropertyDescriptor(read.files, one.path)?.value;
          const back =
            typeof kept === 'string' ? Buffer.from(kept) : Buffer.from(kept.base64, 'base64');
          expect(back.equals(Buffer.from(one.content as string))).toBe(true);
        }
      },
    ),
  );
});
