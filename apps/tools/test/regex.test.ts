import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkSync } from 'recheck';
import { parseAst } from 'vite';
import { describe, expect, test } from 'vitest';
import { formatRules } from '../../../packages/standard/src/format-rules.ts';

const packages = fileURLToPath(new URL('../../../packages', import.meta.url));

/** Linear because of what they are given, which the pattern alone does not tell. */
const LINEAR_BY_INPUT = new Map([
  [
    'open-data/src/internal/json-lines.ts',
    'only sees text that JSON.parse took: every string is closed',
  ],
]);

interface Found {
  readonly file: string;
  readonly pattern: string;
  readonly flags: string;
}

function sources(name: string): string[] {
  return readdirSync(join(packages, name, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => join(name, 'src', path).replaceAll('\\', '/'))
    .filter((path) => /(?<!\.d|\.test)\.ts$/u.test(path) && !path.includes('/generated/'));
}

function literals(file: string): Found[] {
  const found: Found[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('regex' in node) {
      const { pattern, flags } = node.regex as { pattern: string; flags: string };
      found.push({ file, pattern, flags });
    }
    for (const child of Object.values(node)) walk(child);
  };
  walk(parseAst(readFileSync(join(packages, file), 'utf8'), { lang: 'ts' }));
  return found;
}

/** What the checker says: `safe`, or the kind of danger. Its native and Java parts are not installed. */
function verdict({ pattern, flags }: Found): string {
  process.env.RECHECK_BACKEND = 'pure';
  const result = checkSync(pattern, flags, { timeout: 20_000 });
  if (result.status === 'safe') return result.status;
  return result.status === 'vulnerable'
    ? `vulnerable: ${result.complexity.summary}`
    : `not decided: ${result.error.kind}`;
}

const found = ['open-data', 'standard'].flatMap(sources).flatMap(literals);
const rules = Object.entries(formatRules).flatMap(([format, { pattern }]) =>
  pattern === undefined ? [] : [{ file: format, pattern, flags: 'u' }],
);

test('regular expressions are found', () => {
  expect(found.length).toBeGreaterThan(100);
  expect(found.map(({ file }) => file)).toContain('open-data/src/internal/coordinates.ts');
});

test('the checker knows a slow one', () => {
  expect(verdict({ file: '', pattern: String.raw`^0(\d+-??)+\d+$`, flags: 'u' })).toMatch(/^vuln/u);
});

/** A minute of work: not before every commit. */
describe('every regular expression is linear', { tags: ['ci'] }, () => {
  test.each([...found, ...rules])('$file: $pattern', (one) => {
    if (LINEAR_BY_INPUT.has(one.file)) return;
    expect(verdict(one)).toBe('safe');
  });
});
