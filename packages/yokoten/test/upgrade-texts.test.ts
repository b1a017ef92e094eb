import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { mergeTexts } from '../src/internal/upgrade/merge-texts.ts';

const LABELS = { ours: 'ours', base: 'base', theirs: 'theirs' };

/** Programs repeat their lines: a brace, a blank. Where such a line belongs is a guess that must lose nothing. */
const repeated = fc.array(fc.constantFrom('}', '', '  }', 'a', 'b', 'import'), {
  minLength: 1,
  maxLength: 30,
});

/** One side's edits: at a share of the way through, so many lines go and so many of its own come. */
const edits = fc.array(
  fc.record({
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.integer({ min: 0, max: 3 }),
    added: fc.integer({ min: 0, max: 3 }),
  }),
  { maxLength: 4 },
);
type Edits = typeof edits extends fc.Arbitrary<infer T> ? T : never;

/** Lines that are its own, each once, so that it can be seen whether one is gone. */
function edited(base: readonly string[], changes: Edits, who: string): string[] {
  const lines = [...base];
  for (const [i, { share, removed, added }] of changes.entries()) {
    const own = Array.from({ length: added }, (_, j) => `${who} ${i}.${j}`);
    lines.splice(Math.floor(share * lines.length), removed, ...own);
  }
  return lines;
}

const three = fc.record({ base: repeated, ours: edits, theirs: edits, open: fc.boolean() });
type Three = typeof three extends fc.Arbitrary<infer T> ? T : never;

/** The three texts; the last line may lack its end. */
function texts({ base, ours, theirs, open }: Three): {
  base: string;
  ours: string;
  theirs: string;
} {
  const text = (lines: readonly string[]): string => lines.join('\n') + (open ? '' : '\n');
  return {
    base: text(base),
    ours: text(edited(base, ours, 'ours')),
    theirs: text(edited(base, theirs, 'theirs')),
  };
}

/** What each of the large merges took of the processor; `pnpm bench fork` reads it. */
const seconds: number[] = [];
afterAll(() => console.log(`texts, large merges: ${Math.max(...seconds).toFixed(3)} s of work`));

function mergeLarge(...[base, ours, theirs]: readonly [string, string, string]): boolean {
  const began = process.cpuUsage();
  const { conflicts } = mergeTexts(base, ours, theirs, LABELS);
  const { user, system } = process.cpuUsage(began);
  seconds.push((user + system) / 1e6);
  return conflicts;
}

const own = (text: string): string[] => text.match(/^(ours|theirs) \d.*$/gm)?.toSorted() ?? [];

test('among lines that repeat no line of either side is lost, and none stands twice without a mark', () => {
  fc.assert(
    fc.property(three, (sides) => {
      const { base, ours, theirs } = texts(sides);
      const { text, conflicts } = mergeTexts(base, ours, theirs, LABELS);
      const expected = [...own(ours), ...own(theirs)].toSorted();
      if (conflicts) expect(new Set(own(text))).toEqual(new Set(expected));
      else expect(own(text)).toEqual(expected);
      expect(/^<{7} /m.test(text)).toBe(conflicts);
    }),
  );
}, 600_000);

test('what one side alone changed, or both alike, is taken as it is', () => {
  fc.assert(
    fc.property(three, (sides) => {
      const { base, ours, theirs } = texts(sides);
      expect(mergeTexts(base, ours, base, LABELS)).toEqual({ text: ours, conflicts: false });
      expect(mergeTexts(base, base, theirs, LABELS)).toEqual({ text: theirs, conflicts: false });
      expect(mergeTexts(base, ours, ours, LABELS)).toEqual({ text: ours, conflicts: false });
    }),
  );
}, 600_000);

test('either side may be called ours, and a second merge finds nothing to do', () => {
  fc.assert(
    fc.property(three, (sides) => {
      const { base, ours, theirs } = texts(sides);
      const merged = mergeTexts(base, ours, theirs, LABELS);
      const turned = mergeTexts(base, theirs, ours, LABELS);
      expect(turned.conflicts).toBe(merged.conflicts);
      if (merged.conflicts) return;
      expect(turned.text).toBe(merged.text);
      expect(mergeTexts(theirs, merged.text, theirs, LABELS)).toEqual(merged);
    }),
  );
}, 600_000);

test('a file of twenty thousand lines, edited all over by both, is put together', () => {
  const base = Array.from({ length: 20_000 }, (_, i) => (i % 3 === 0 ? '  },' : `line ${i}`));
  const every = (step: number, from: number, who: string): string =>
    base.map((line, i) => (i % step === from ? `${who} ${i}` : line)).join('\n');
  expect(mergeLarge(base.join('\n'), every(60, 1, 'a'), every(60, 31, 'b'))).toBe(false);
}, 600_000);

const longText = (who: string): string => `${who}\n${who} x\n`.repeat(25_000);

test('two large files with nothing in common are told apart', () => {
  expect(mergeLarge(longText('a'), longText('b'), longText('c'))).toBe(true);
}, 600_000);
