import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCommand } from './command.ts';
import { interruption } from './failure.ts';
import { templateIds } from './template.ts';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'create-yokoten-test-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

/** Runs with a person who gives these answers in turn, and then closes the terminal. */
async function runWithAnswers(args: readonly string[], answers: readonly string[]) {
  const questions: string[] = [];
  const left = [...answers];
  let stdout = '';
  let stderr = '';
  let closed = 0;
  const code = await runCommand([...args, '--no-install', '--no-git'], {
    cwd,
    env: { LANG: 'ja_JP.UTF-8' },
    signal: new AbortController().signal,
    terminal: async () => ({
      ask: async (question) => {
        questions.push(question);
        const answer = left.shift();
        if (answer === undefined) throw interruption();
        return answer;
      },
      close: () => (closed += 1),
    }),
    print: (text) => (stdout += text),
    say: (text) => (stderr += text),
  });
  return { code, questions, stdout, stderr, closed };
}

test('asks for what is missing', async () => {
  const { code, questions, closed } = await runWithAnswers([], ['132012', '', 'わたしの地図']);
  expect(code).toBe(0);
  expect(questions).toEqual([
    '市区町村の名前かコード: ',
    `テンプレート（${templateIds().join('、')}） (disaster-map): `,
    '作るフォルダー (map-132012): ',
  ]);
  expect(existsSync(join(cwd, 'わたしの地図/yokoten.lock.json'))).toBe(true);
  expect(closed).toBe(1);
});

test('an empty answer takes the default', async () => {
  await runWithAnswers(['-m', '132012'], ['', '']);
  expect(existsSync(join(cwd, 'map-132012'))).toBe(true);
});

test('asks again after a wrong answer, showing the right ones; also for what the command line got wrong', async () => {
  const { code, questions, stderr } = await runWithAnswers(
    ['my-map', '-m', '府中市', '-t', 'map'],
    ['府中', '342084', 'disaster-map'],
  );
  expect(code).toBe(0);
  expect(questions).toHaveLength(3);
  expect(stderr).toContain('  342084  広島県府中市\n');
  expect(stderr).toContain('[create-yokoten/unknown-template]');
});

test('asks which of the towns with one name is meant, and for the right example', async () => {
  for (const [name, code, full] of [
    ['朝日町', '163431', '富山県朝日町'],
    ['美浜町', '184420', '福井県美浜町'],
    ['太子町', '273813', '大阪府太子町'],
  ] as const) {
    const asked = await runWithAnswers([`map-${code}`, '-m', name, '-t', 'disaster-map'], [code]);
    expect(asked.code).toBe(0);
    expect(asked.stderr).toContain(`  ${code}  ${full}\n`);
    expect(asked.questions).toHaveLength(1);
  }
  const { code, questions } = await runWithAnswers(['m', '-e', 'hachiouji'], ['hachioji']);
  expect(code).toBe(0);
  expect(questions).toEqual([expect.stringContaining('hachioji')]);
});

test('asks nothing when all is given, and nothing with --yes', async () => {
  expect(
    (await runWithAnswers(['my-map', '-m', '132012', '-t', 'disaster-map'], [])).questions,
  ).toEqual([]);
  const { code, questions } = await runWithAnswers(['other', '--yes'], []);
  expect({ code, questions }).toEqual({ code: 2, questions: [] });
});

test('ends with 130 and writes nothing when the person leaves', async () => {
  const { code, stderr, closed } = await runWithAnswers([], ['132012']);
  expect(code).toBe(130);
  expect(stderr).toContain('[create-yokoten/interrupted]');
  expect(existsSync(join(cwd, 'map-132012'))).toBe(false);
  expect(closed).toBe(1);
});
