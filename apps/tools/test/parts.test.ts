import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../src/run.ts';

interface Index {
  readonly parts: readonly {
    readonly id: string;
    readonly module: string;
    readonly exports: readonly string[];
    readonly sha256: string;
    readonly title: Readonly<Record<string, string>>;
    readonly description: Readonly<Record<string, string>>;
  }[];
}

/** Packages whose parts an app can eject. */
describe.each(['disaster-map', 'benefits', 'open-data-app'])('parts of %s', (name) => {
  const dist = join(root, 'packages', name, 'dist');
  const { parts } = JSON.parse(readFileSync(join(dist, 'parts/parts.json'), 'utf8')) as Index;
  const textOf = (id: string): string => readFileSync(join(dist, 'parts', `${id}.txt`), 'utf8');

  test('have a name each, said in Japanese and English', () => {
    expect(parts.length).toBeGreaterThan(7);
    expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
    for (const { title, description } of parts) {
      expect(title['ja']).toMatch(/[ぁ-んァ-ヶ一-龠]/);
      expect(description['ja']).toMatch(/。$/);
      expect(`${title['en']} ${description['en']}`).toMatch(/[a-z]{3,}/);
    }
  });

  test.each(parts)(
    '$id stands anywhere, and is what its index says',
    ({ id, module, exports, sha256 }) => {
      const text = textOf(id);
      expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
      expect(existsSync(join(dist, module))).toBe(true);
      expect(exports.length).toBeGreaterThan(0);
      for (const one of exports)
        expect(text).toMatch(new RegExp(`export (const|function) ${one}\\b`));
      const specifiers = [...text.matchAll(/(?:from |import\()'([^']+)'/g)].map(
        ([, one = '']) => one,
      );
      expect(specifiers.filter((one) => one.startsWith('.'))).toEqual([]);
      const own = `@yokoten/${name}/parts/`;
      for (const one of specifiers.filter((other) => other.startsWith(own))) {
        const target = join(dist, one.slice(own.length));
        expect(existsSync(target), one).toBe(true);
        expect(existsSync(target.replace(/\.js$/, '.d.ts')), one).toBe(true);
      }
    },
  );
});
