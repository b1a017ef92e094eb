import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeKeys } from './merge-manifest.ts';

function manifest(range: string | undefined): unknown {
  return { dependencies: range === undefined ? {} : { a: range } };
}

const merge = (base: unknown, ours: unknown, theirs: unknown): unknown => {
  const [b, o, t] = [base, ours, theirs].map((value) => JSON.stringify(value, undefined, 2));
  const merged = mergeKeys(b ?? '', o ?? '', t ?? '');
  return merged && { value: JSON.parse(merged.text), conflicts: merged.conflicts };
};

test('what only one side changed is taken, at any depth', () => {
  expect(
    merge(
      { name: 'a', scripts: { build: 'vite build', old: 'x' }, dependencies: { a: '^1.0.0' } },
      {
        name: 'mine',
        scripts: { build: 'vite build', old: 'x', check: 'y' },
        dependencies: { a: '^1.0.0', own: '1' },
      },
      {
        name: 'a',
        scripts: { build: 'vite build --x' },
        dependencies: { a: '^2.0.0' },
        engines: { node: '>=20' },
      },
    ),
  ).toEqual({
    value: {
      name: 'mine',
      scripts: { build: 'vite build --x', check: 'y' },
      dependencies: { a: '^2.0.0', own: '1' },
      engines: { node: '>=20' },
    },
    conflicts: [],
  });
});

test.each([
  ['^1.0.0', '^1.4.0', '^1.2.0', '^1.4.0'],
  ['^1.0.0', '^1.1.0', '^2.0.0', '^2.0.0'],
  ['^1.0.0', 'file:vendor/a.tgz', '^2.0.0', 'file:vendor/a.tgz'],
  ['^1.0.0', 'github:town/a#fix', '^2.0.0', 'github:town/a#fix'],
  ['^1.0.0', undefined, '^2.0.0', undefined],
  ['^1.0.0', '^1.1.0', undefined, '^1.1.0'],
])('a dependency at %s that became %s here and %s there is %s', (base, ours, theirs, expected) => {
  expect(merge(manifest(base), manifest(ours), manifest(theirs))).toEqual({
    value: manifest(expected),
    conflicts: [],
  });
});

test('another value on both sides is told, and ours stays', () => {
  expect(
    merge({ scripts: { build: 'a' } }, { scripts: { build: 'b' } }, { scripts: { build: 'c' } }),
  ).toEqual({
    value: { scripts: { build: 'b' } },
    conflicts: [{ key: 'scripts.build', ours: '"b"', theirs: '"c"' }],
  });
});

test('order, indentation, comments and line ends stay', () => {
  const ours = '{\r\n\t// ours\r\n\t"z": 1,\r\n\t"a": { "b": 1 }\r\n}\r\n';
  const merged = mergeKeys('{"a":{"b":1}}', ours, '{"a":{"b":2}}');
  expect(merged?.text).toBe(ours.replace('"b": 1', '"b": 2'));
});

test('keys like __proto__ change nobody’s objects', () => {
  const merged = mergeKeys(
    '{}',
    '{"__proto__": {"a": 1}}',
    '{"constructor": {"prototype": {"x": 1}}, "__proto__": {"y": 2}}',
  );
  expect(Object.hasOwn(Object.prototype, 'x') || Object.hasOwn(Object.prototype, 'y')).toBe(false);
  expect(merged?.text).toContain('"constructor"');
  expect(mergeKeys('[]', '{}', '{}')).toBeUndefined();
});

test('edits of different keys never conflict, all arrive, and once more changes nothing', () => {
  const value = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.constant(null),
    fc.array(fc.integer(), { maxLength: 2 }),
  );
  const key = fc.stringMatching(/^[a-z]{1,4}$/);
  const object = fc.dictionary(
    fc.oneof(key, fc.constantFrom('dependencies', 'scripts')),
    fc.oneof(value, fc.dictionary(key, value)),
    { maxKeys: 6 },
  );
  fc.assert(
    fc.property(
      object,
      fc.dictionary(key, value, { maxKeys: 4 }),
      fc.dictionary(key, value, { maxKeys: 4 }),
      (base, mine, other) => {
        const ours = {
          ...base,
          ...Object.fromEntries(Object.entries(mine).map(([name, one]) => [`our-${name}`, one])),
        };
        const theirs = {
          ...base,
          ...Object.fromEntries(Object.entries(other).map(([name, one]) => [`their-${name}`, one])),
        };
        const [b, o, t] = [base, ours, theirs].map((one) => JSON.stringify(one, undefined, 2));
        const merged = mergeKeys(b ?? '', o ?? '', t ?? '');
        expect(merged?.conflicts).toEqual([]);
        expect(JSON.parse(merged?.text ?? '')).toEqual({ ...ours, ...theirs });
        expect(mergeKeys(t ?? '', merged?.text ?? '', t ?? '')?.text).toBe(merged?.text);
      },
    ),
  );
}, 600_000);
