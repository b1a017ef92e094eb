import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeApp, type MergeInput, type MergedApp } from '../src/internal/upgrade/merge-app.ts';
import { textEntry, type Entry, type Tree } from '../src/internal/upgrade/tree.ts';

/** Every start of Git takes its time, so one merge puts together many files at once. */
const FILES = 12;
const LINES = 24;

const LABELS = { ours: 'ours', base: 'base', theirs: 'theirs' };
const base = (file: number): string[] =>
  Array.from({ length: LINES }, (_, i) => `file ${file} line ${i}`);
const path = (file: number): string => `src/file-${file}.ts`;
const asText = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** What one side does at one line. */
type Edit = {
  readonly at: number;
  readonly kind: 'change' | 'insert' | 'remove';
  readonly size: number;
};

const editAt = (at: number): fc.Arbitrary<Edit> =>
  fc.record({
    at: fc.constant(at),
    kind: fc.constantFrom('change', 'insert', 'remove'),
    size: fc.integer({ min: 1, max: 2 }),
  });

function apply(lines: readonly string[], { at, kind, size }: Edit, who: string): string[] {
  const own = Array.from({ length: size }, (_, i) => `${who} ${at} ${i} in ${lines[0] ?? ''}`);
  if (kind === 'insert') return [...lines.slice(0, at), ...own, ...lines.slice(at)];
  if (kind === 'remove') return [...lines.slice(0, at), ...lines.slice(at + size)];
  return [...lines.slice(0, at), ...own, ...lines.slice(at + size)];
}

function inputOf(
  ours: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, string>,
  theirs: ReadonlyMap<string, string>,
): MergeInput {
  return {
    ours: new Map([...ours].map(([file, text]) => [file, textEntry(text)])),
    base: new Map([...before].map(([file, text]) => [file, textEntry(text).bytes])),
    known: new Set(before.keys()),
    theirs: new Map(
      [...theirs].map(([file, text]) => [
        file,
        { bytes: textEntry(text).bytes, class: 'template' as const },
      ]),
    ),
    moved: new Map(),
    labels: LABELS,
  };
}

function after(ours: ReadonlyMap<string, string>, { files }: MergedApp): Map<string, string> {
  const tree = new Map<string, Entry>([...ours].map(([file, text]) => [file, textEntry(text)]));
  for (const [file, entry] of files) {
    if (entry === null) tree.delete(file);
    else tree.set(file, entry);
  }
  return texts(tree);
}

function texts(tree: Tree): Map<string, string> {
  return new Map([...tree].map(([file, { bytes }]) => [file, new TextDecoder().decode(bytes)]));
}

const indices = Array.from({ length: FILES }, (_, i) => i);
const before = new Map(indices.map((i) => [path(i), asText(base(i))]));

/** Two edits in one file with this many untouched lines between them; which side has the upper one varies. */
const apart = (
  gap: fc.Arbitrary<number>,
): fc.Arbitrary<{ ours: Edit; theirs: Edit; gap: number }> =>
  fc
    .record({ upper: fc.integer({ min: 1, max: 8 }).chain(editAt), gap, swap: fc.boolean() })
    .chain(({ upper, gap: between, swap }) => {
      const end = upper.at + (upper.kind === 'insert' ? 0 : upper.size);
      return editAt(end + between).map((lower) =>
        swap
          ? { ours: lower, theirs: upper, gap: between }
          : { ours: upper, theirs: lower, gap: between },
      );
    });

const side = (
  pairs: readonly { ours: Edit; theirs: Edit }[],
  who: 'ours' | 'theirs',
): Map<string, string> =>
  new Map(pairs.map((pair, i) => [path(i), asText(apply(base(i), pair[who], who))]));

test('edits at different lines never conflict, and nothing of either side is lost', async () => {
  const pairs = fc.array(apart(fc.integer({ min: 1, max: 5 })), {
    minLength: FILES,
    maxLength: FILES,
  });
  await fc.assert(
    fc.asyncProperty(pairs, async (edits) => {
      const [ours, theirs] = [side(edits, 'ours'), side(edits, 'theirs')];
      const merged = await mergeApp(inputOf(ours, before, theirs));
      expect([...merged.conflicts.keys()]).toEqual([]);
      const result = after(ours, merged);
      for (const [i, { ours: own, theirs: other }] of edits.entries()) {
        const upperFirst = own.at <= other.at ? ([other, own] as const) : ([own, other] as const);
        const [lower, upper] = upperFirst;
        const names = own.at <= other.at ? ['theirs', 'ours'] : ['ours', 'theirs'];
        const expected = apply(apply(base(i), lower, names[0] ?? ''), upper, names[1] ?? '');
        expect(result.get(path(i))).toBe(asText(expected));
      }
      // Once more from the new template: nothing is left to do.
      const again = await mergeApp(inputOf(result, theirs, theirs));
      expect([...again.files]).toEqual([]);
    }),
  );
}, 600_000);

test('hunks 0 to 5 lines apart: at least nine of ten are put together, and no line is lost in the others', async () => {
  const pairs = fc.array(apart(fc.integer({ min: 0, max: 5 })), {
    minLength: FILES,
    maxLength: FILES,
  });
  let conflicts = 0;
  let all = 0;
  let lost = 0;
  await fc.assert(
    fc.asyncProperty(pairs, async (edits) => {
      const [ours, theirs] = [side(edits, 'ours'), side(edits, 'theirs')];
      const merged = await mergeApp(inputOf(ours, before, theirs));
      conflicts += merged.conflicts.size;
      all += FILES;
      const result = after(ours, merged);
      for (const i of indices) {
        const lines = new Set(result.get(path(i))?.split('\n'));
        const added = [ours, theirs]
          .flatMap((one) => (one.get(path(i)) ?? '').split('\n'))
          .filter((line) => !base(i).includes(line));
        const gone = added.filter((line) => !lines.has(line));
        lost += gone.length;
        expect(gone).toEqual([]);
      }
      for (const file of merged.conflicts.keys())
        expect(result.get(file)).toMatch(/^<{7} ours$[^]*^>{7} theirs$/m);
    }),
  );
  console.log(
    `forks, hunks 0 to 5 lines apart: ${all - conflicts} of ${all} merged, ${lost} lines lost`,
  );
  expect(conflicts / all).toBeLessThanOrEqual(0.1);
}, 600_000);

test('straight to the third version is the same as by way of the second', async () => {
  const three = fc.array(
    fc.record({
      ours: fc.integer({ min: 1, max: 6 }).chain(editAt),
      second: fc.integer({ min: 9, max: 13 }).chain(editAt),
      third: fc.integer({ min: 17, max: 21 }).chain(editAt),
    }),
    { minLength: FILES, maxLength: FILES },
  );
  await fc.assert(
    fc.asyncProperty(three, async (edits) => {
      const version = (upTo: 2 | 3): Map<string, string> =>
        new Map(
          edits.map(({ second, third }, i) => {
            const lines = upTo === 3 ? apply(base(i), third, 'third') : base(i);
            return [path(i), asText(apply(lines, second, 'second'))];
          }),
        );
      const ours = new Map(
        edits.map((edit, i) => [path(i), asText(apply(base(i), edit.ours, 'ours'))]),
      );
      const [second, third] = [version(2), version(3)];
      const direct = await mergeApp(inputOf(ours, before, third));
      const half = await mergeApp(inputOf(ours, before, second));
      const halfway = after(ours, half);
      const rest = await mergeApp(inputOf(halfway, second, third));
      expect([direct, half, rest].map(({ conflicts }) => conflicts.size)).toEqual([0, 0, 0]);
      expect(after(halfway, rest)).toEqual(after(ours, direct));
    }),
  );
}, 600_000);
