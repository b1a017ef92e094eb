import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { carryOut, commitSteps, committedSteps, stagedAt, type Step } from './journal.ts';

let folder = '';
let hidden = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'create-yokoten-test-'));
  hidden = join(folder, '.hidden');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const STEPS: readonly Step[] = [
  { path: 'a/b/new.txt' },
  { path: 'list', before: hash('sha256', 'old') },
  { path: 'last' },
];

function stage(): void {
  write(join(folder, 'list'), 'old');
  write(stagedAt(hidden, 'a/b/new.txt'), 'new');
  write(stagedAt(hidden, 'list'), 'old and new');
  write(stagedAt(hidden, 'last'), 'end');
}

const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const refuse = (path: string): void => {
  throw new Error(path);
};

test('what one process began another one ends, at whatever step', () => {
  for (const done of [0, 1, 2, 3]) {
    stage();
    commitSteps(hidden, STEPS);
    carryOut(folder, hidden, STEPS.slice(0, done), refuse);
    carryOut(folder, hidden, committedSteps(hidden) ?? [], refuse);
    expect([read('a/b/new.txt'), read('list'), read('last')]).toEqual([
      'new',
      'old and new',
      'end',
    ]);
    rmSync(folder, { recursive: true });
  }
});

test('what cannot be ended is undone', () => {
  stage();
  write(join(folder, 'last'), 'of somebody else');
  expect(() => carryOut(folder, hidden, STEPS, refuse)).toThrow('last');
  expect(readdirSync(folder).sort()).toEqual(['.hidden', 'last', 'list']);
  expect([read('list'), read('last')]).toEqual(['old', 'of somebody else']);
});

test('a file that was changed since it was read is not replaced', () => {
  stage();
  write(join(folder, 'list'), 'changed meanwhile');
  const taken: string[] = [];
  carryOut(folder, hidden, STEPS, (path) => taken.push(path));
  expect(taken).toEqual(['list']);
  expect([read('list'), read('last')]).toEqual(['changed meanwhile', 'end']);
});

test('nothing is decided before all steps are written down', () => {
  stage();
  expect(committedSteps(hidden)).toBeUndefined();
});
