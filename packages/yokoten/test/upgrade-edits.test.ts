import { afterAll, expect, test } from 'vitest';
import { mergeApp, type MergedApp } from '../src/internal/upgrade/merge-app.ts';
import { textEntry, type Entry } from '../src/internal/upgrade/tree.ts';
import { FORKS, realTemplate, sourceEdits, threeReleases } from './forks.ts';
import { EDITS, isCovered, type SourceEdit } from './source-edits.ts';
import type { TemplateOf } from './upgrade-app.ts';

type Texts = ReadonlyMap<string, string>;

const first = realTemplate('1.0.0');
const releases = threeReleases(first);
const [, , last] = releases;

/** What a template hands to the merge: everything but the owner's. */
const managed = ({ files }: TemplateOf): Texts =>
  new Map(
    Object.entries(files).flatMap(([path, [owner, text]]) =>
      owner === 'yours' ? [] : [[path, String(text)] as const],
    ),
  );

/** The template's files with some edits in them. */
function edited(edits: readonly SourceEdit[]): Texts {
  const ours = new Map(managed(first));
  for (const { what, path, edit } of edits) {
    const before = ours.get(path) ?? '';
    const after = edit(before);
    expect(after, what).not.toBe(before);
    ours.set(path, after);
  }
  return ours;
}

interface Upgraded {
  readonly merged: MergedApp;
  /** The app's files afterwards. */
  readonly after: Texts;
  readonly conflicts: number;
  readonly milliseconds: number;
}

async function upgrade(ours: Texts, from: TemplateOf, to: TemplateOf): Promise<Upgraded> {
  const began = performance.now();
  const merged = await mergeApp({
    ours: new Map([...ours].map(([path, text]) => [path, textEntry(text)])),
    base: new Map([...managed(from)].map(([path, text]) => [path, textEntry(text).bytes])),
    known: new Set(Object.keys(from.files)),
    theirs: new Map(
      Object.entries(to.files).map(([name, [owner, text]]) => [
        name,
        { class: owner, bytes: textEntry(String(text)).bytes },
      ]),
    ),
    moved: new Map(Object.entries(to.moved ?? {})),
    labels: { ours: 'ours', base: 'base', theirs: 'theirs' },
  });
  const milliseconds = performance.now() - began;
  const conflicts = merged.conflicts.size + merged.keyConflicts.size;
  return { merged, after: applied(ours, merged.files), conflicts, milliseconds };
}

function applied(ours: Texts, files: ReadonlyMap<string, Entry | null>): Texts {
  const after = new Map(ours);
  for (const [path, entry] of files) {
    if (entry === null) after.delete(path);
    else after.set(path, new TextDecoder().decode(entry.bytes));
  }
  return after;
}

/** Lines that the owner wrote and that are nowhere any more; a comma at the end belongs to its neighbour. */
function lost(ours: Texts, after: Texts, moved: TemplateOf['moved'] = {}): string[] {
  return [...ours].flatMap(([path, text]) => {
    const kept = new Set(lines(after.get(moved[path] ?? path) ?? after.get(path) ?? ''));
    const before = new Set(lines(managed(first).get(path) ?? ''));
    return lines(text).filter((line) => !before.has(line) && !kept.has(line));
  });
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim().replace(/,$/, ''))
    .filter((line) => line !== '');
}

const score = { merged: 0, lost: 0, slowest: 0 };
afterAll(() =>
  console.log(
    `forks, source edits: ${score.merged} of ${EDITS.length} merged, ${score.lost} lines lost, slowest ${score.slowest.toFixed(1)} ms`,
  ),
);

test('every kind of source edit of the copies is tried', () => {
  const all = FORKS.flatMap((fork) => sourceEdits(fork));
  expect(all.length).toBeGreaterThan(20);
  expect(all.filter((edit) => !isCovered(edit))).toEqual([]);
}, 120_000);

test('nine of ten source edits are put together without anybody, and no line of any is lost', async () => {
  for (const edit of EDITS) {
    const ours = edited([edit]);
    const { after, conflicts, milliseconds } = await upgrade(ours, first, last);
    if (conflicts === 0) score.merged += 1;
    score.slowest = Math.max(score.slowest, milliseconds);
    if (edit.overtaken) continue;
    const gone = lost(ours, after, last.moved);
    score.lost += gone.length;
    expect(gone, edit.what).toEqual([]);
  }
  expect(score.merged / EDITS.length).toBeGreaterThanOrEqual(0.9);
}, 120_000);

test('release by release is the same as at once, and after it nothing is left to do', async () => {
  for (const edit of EDITS) {
    const ours = edited([edit]);
    const direct = await upgrade(ours, first, last);
    let stepwise: Upgraded = { ...direct, after: ours, conflicts: 0 };
    let conflicts = direct.conflicts;
    for (const [i, to] of releases.entries()) {
      stepwise = await upgrade(stepwise.after, releases[i - 1] ?? first, to);
      conflicts += stepwise.conflicts;
    }
    if (conflicts > 0) continue;
    expect(Object.fromEntries(stepwise.after), edit.what).toEqual(Object.fromEntries(direct.after));
    const again = await upgrade(direct.after, last, last);
    expect([...again.merged.files.keys()], edit.what).toEqual([]);
  }
}, 120_000);

test('edits that are put together one by one are so all at once, and others lose no line either', async () => {
  const alone = await Promise.all(
    EDITS.map(async (edit) => (await upgrade(edited([edit]), first, last)).conflicts === 0),
  );
  // Of two edits of one line only one can be made.
  const isSecond = /another version of Node|a package raised by/;
  const once = EDITS.filter(({ what }) => !isSecond.test(what));
  const apart = edited(once.filter((edit) => alone[EDITS.indexOf(edit)]));
  const done = await upgrade(apart, first, last);
  expect([...done.merged.conflicts.keys(), ...done.merged.keyConflicts.keys()]).toEqual([]);
  expect(lost(apart, done.after, last.moved)).toEqual([]);
  const all = edited(once);
  const hard = await upgrade(all, first, last);
  expect(hard.conflicts).toBeGreaterThan(0);
  expect(lost(all, hard.after, last.moved)).toEqual([]);
}, 120_000);
