import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCommandLine } from '../src/internal/command-line.ts';

const mihon = fileURLToPath(new URL('../../openfisca/test/fixtures/mihon', import.meta.url));
/** Beside modules, so that the pack finds its kernel as an installed one does. */
const base = fileURLToPath(new URL('../../openfisca/node_modules/.cache/', import.meta.url));

let folder: string;
beforeEach(() => {
  mkdirSync(base, { recursive: true });
  folder = mkdtempSync(join(base, 'command-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]): Promise<{ code: number; out: string[]; notes: string }> {
  const [out, notes]: [string[], string[]] = [[], []];
  const terminal = {
    env: { LANG: 'en' },
    print: (line: string) => void out.push(line),
    note: (line: string) => void notes.push(line),
    write: () => undefined,
  };
  const code = await runCommandLine([...args, '--lang', 'en'], terminal);
  return { code, out, notes: notes.join('\n') };
}

test('compile, then test: the last line counts', async () => {
  const pack = join(folder, 'pack');
  const compiled = await run('rules', 'compile', mihon, '-o', pack);
  expect(compiled).toMatchObject({ code: 0, notes: '' });
  expect(compiled.out[0]).toMatch(/^mihon 0\.0\.0: \d+ variables, \d+ formulas, 0 not compiled/);
  const tested = await run('rules', 'test', pack, join(mihon, 'tests'));
  expect(tested).toEqual({ code: 0, out: ['12 passed, 0 failed'], notes: '' });
});

test('calculate prints the situation filled in; a mistake is told with its place', async () => {
  const pack = join(folder, 'pack');
  await run('rules', 'compile', mihon, '-o', pack);
  const file = join(folder, 'situation.json');
  const person = { income: { '2024-10': 600_000 }, levy: { '2024-10': null } };
  writeFileSync(file, JSON.stringify({ persons: { A: person } }));
  const { code, out, notes } = await run('rules', 'calculate', pack, file);
  expect([code, JSON.parse(out.join('\n'))]).toEqual([
    0,
    { persons: { A: { ...person, levy: { '2024-10': 160_000 } } } },
  ]);
  expect(notes).toContain('2022-01-01');
  writeFileSync(file, JSON.stringify({ persons: { A: { wage: { '2024-10': 1 } } } }));
  expect(await run('rules', 'calculate', pack, file)).toMatchObject({
    code: 2,
    out: [],
    notes: expect.stringContaining('persons › A › wage') as string,
  });
  writeFileSync(file, '[');
  expect(await run('rules', 'calculate', pack, file)).toMatchObject({
    code: 2,
    notes: expect.stringContaining('not JSON') as string,
  });
});

test('what is missing or wrong is said, with exit code 2', async () => {
  expect(await run('rules', 'compile', mihon)).toMatchObject({
    code: 2,
    notes: expect.stringContaining('missing-argument') as string,
  });
  expect(await run('rules', 'test', folder)).toMatchObject({
    code: 2,
    notes: expect.stringContaining('missing-argument') as string,
  });
  expect(await run('rules', 'compile', folder, '-o', join(folder, 'x'))).toMatchObject({
    code: 2,
    notes: expect.stringContaining('openfisca/cannot-read') as string,
  });
});
