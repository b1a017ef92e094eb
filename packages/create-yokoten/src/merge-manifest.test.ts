import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeManifest } from './merge-manifest.ts';

const ours = JSON.stringify({
  name: 'app',
  private: true,
  type: 'module',
  scripts: { start: 'vite', build: 'vite build' },
  dependencies: { vite: '8.0.0', yokoten: '^1.0.0' },
});
const merge = (theirs: object) => mergeManifest(JSON.stringify(theirs), ours);

test('adds scripts and dependencies, and says nothing for the package itself', () => {
  expect(merge({ name: 'mine', scripts: { test: 'x' } })).toEqual({
    text: JSON.stringify(
      {
        name: 'mine',
        scripts: { test: 'x', start: 'vite', build: 'vite build' },
        dependencies: { vite: '8.0.0', yokoten: '^1.0.0' },
      },
      undefined,
      2,
    ),
  });
});

test('the same key with another value is a conflict, in whichever list a dependency stands', () => {
  expect(
    merge({ scripts: { build: 'make' }, devDependencies: { vite: '^5.0.0' }, dependencies: {} }),
  ).toEqual({
    conflicts: ['scripts.build: "make" ≠ "vite build"', 'devDependencies.vite: "^5.0.0" ≠ "8.0.0"'],
  });
  expect(merge({ devDependencies: { vite: '^5.0.0' } })).toHaveProperty('conflicts');
  expect(merge({ scripts: 'all' })).toEqual({ conflicts: ['scripts'] });
});

test('a dependency that stands in another list is not written twice', () => {
  const merged = merge({ devDependencies: { vite: '8.0.0' } });
  expect(JSON.parse('text' in merged ? merged.text : '')).toMatchObject({
    devDependencies: { vite: '8.0.0' },
    dependencies: { yokoten: '^1.0.0' },
  });
});

test.each(['', '[]', '{', '1', '{"a":1,}'])('%j is no manifest', (theirs) => {
  expect(mergeManifest(theirs, ours)).toHaveProperty('conflicts');
});

test.each(['    ', '\t', '  '])('keeps indent %j, line ends, mark and last line', (indent) => {
  const theirs = `\ufeff${JSON.stringify({ name: 'x', files: ['a'] }, undefined, indent)}\n`;
  const windows = theirs.replaceAll('\n', '\r\n');
  const [one, other] = [mergeManifest(theirs, ours), mergeManifest(windows, ours)];
  const text = 'text' in one ? one.text : '';
  expect(text).toMatch(new RegExp(`^\ufeff\\{\n${indent}"name"`));
  expect(text.endsWith('}\n')).toBe(true);
  expect(other).toEqual({ text: text.replaceAll('\n', '\r\n') });
});

test('no key of theirs is lost or changed, whatever its name; twice is as once', () => {
  const key = fc.oneof(
    fc.constantFrom(
      'scripts',
      'dependencies',
      'devDependencies',
      'constructor',
      'name',
      'toString',
    ),
    fc.string(),
  );
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 1 }),
    fc.dictionary(fc.constantFrom('vite', 'start', 'hasOwnProperty'), fc.string()),
  );
  fc.assert(
    fc.property(fc.dictionary(key, value), (theirs) => {
      const text = JSON.stringify(theirs, undefined, 2);
      const merged = mergeManifest(text, ours);
      if (!('text' in merged)) return;
      const result = JSON.parse(merged.text) as Record<string, object>;
      const before = JSON.parse(text) as Record<string, object>;
      for (const [name, one] of Object.entries(before)) {
        if (typeof one === 'object' && one !== null && !Array.isArray(one))
          expect(result[name]).toMatchObject(one);
        else expect(result[name]).toEqual(one);
      }
      expect(mergeManifest(merged.text, ours)).toEqual(merged);
    }),
  );
});

test('a key named __proto__ stays a key', () => {
  const merged = mergeManifest('{ "__proto__": { "start": 1 } }', ours);
  expect('text' in merged && merged.text).toContain('"__proto__": {');
  expect('text' in merged && merged.text).toContain('"start": "vite"');
});
