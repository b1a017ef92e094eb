import * as fc from 'fast-check';
import { parse } from 'jsonc-parser';
import { expect, test } from 'vitest';
import { renameKey, setValue, valueAt } from './config-edit.ts';
import { migrateConfig, MIGRATIONS, type Migration } from './migrations.ts';

/** What two later releases might do. */
const LATER: readonly Migration[] = [
  {
    to: 2,
    summary: { ja: '名前を変えます', en: 'rename' },
    apply: (text) => renameKey(text, ['title'], 'heading'),
  },
  {
    to: 3,
    summary: { ja: '移します', en: 'move' },
    apply: (text) => {
      const accent = valueAt(text, ['theme', 'accent']);
      if (accent === undefined) return text;
      return setValue(setValue(text, ['colours'], { accent }), ['theme'], undefined);
    },
  },
];

const CONFIG = `{
  // 町の名前 The town's name
  "schemaVersion": 1,
  "title": { "ja": "地図" }, // 見出し
  "unknown": [1, /* inside */ 2],
  /* 色 */
  "theme": { "accent": "#0017c1" },
}
`;

test('the migrations of this release are numbered without a gap', () => {
  expect(MIGRATIONS.map(({ to }) => to)).toEqual(MIGRATIONS.map((_, i) => i + 2));
});

test('steps run in order up to the version asked, comments and unknown keys stay', () => {
  const { text, applied } = migrateConfig(CONFIG, 3, LATER);
  expect(applied.map(({ to }) => to)).toEqual([2, 3]);
  expect(parse(text, [], { allowTrailingComma: true })).toEqual({
    schemaVersion: 3,
    heading: { ja: '地図' },
    unknown: [1, 2],
    colours: { accent: '#0017c1' },
  });
  for (const comment of ["// 町の名前 The town's name", '// 見出し', '/* inside */', '/* 色 */'])
    expect(text).toContain(comment);
  expect(migrateConfig(CONFIG, 2, LATER).text).toBe(
    CONFIG.replace('"title"', '"heading"').replace('n": 1', 'n": 2'),
  );
  expect(migrateConfig(text, 3, LATER)).toEqual({ text, applied: [] });
  expect(migrateConfig(CONFIG, 1, LATER).text).toBe(CONFIG);
});

test('any config of any content keeps its other keys, and one step after the other is the same as both', () => {
  const key = fc
    .stringMatching(/^[a-z]{1,5}$/)
    .filter((name) => !['title', 'theme'].includes(name));
  const rest = fc.dictionary(key, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 });
  fc.assert(
    fc.property(rest, fc.boolean(), fc.boolean(), (others, titled, themed) => {
      const value = {
        schemaVersion: 1,
        ...(titled && { title: 'a' }),
        ...(themed && { theme: { accent: 'b' } }),
        ...others,
      };
      const text = JSON.stringify(value, undefined, 2).replace('{', '{ // note');
      const both = migrateConfig(text, 3, LATER).text;
      expect(migrateConfig(migrateConfig(text, 2, LATER).text, 3, LATER).text).toBe(both);
      expect(both).toContain('// note');
      const migrated = JSON.parse(both.replace('// note', '')) as Record<string, unknown>;
      expect(migrated).toEqual({
        ...JSON.parse(JSON.stringify(others)),
        schemaVersion: 3,
        ...(titled && { heading: 'a' }),
        ...(themed && { colours: { accent: 'b' } }),
      });
    }),
  );
}, 600_000);
