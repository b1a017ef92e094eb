import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const source = fileURLToPath(new URL('../src', import.meta.url));
const tokens = readFileSync(fileURLToPath(import.meta.resolve('@yokoten/ui/tokens.css')), 'utf8');

/** Tokens that a page may set and that have no value of their own. */
const OPTIONAL = /^--yokoten-map-[a-z-]+$/;

test('every token a style asks for is one, and has a value where the tokens are not loaded', () => {
  const styles = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => readFileSync(`${source}/${path}`, 'utf8'))
    .join('\n');
  const uses = [...styles.matchAll(/var\((--yokoten-[\w-]+)(\s*,)?/g)];
  expect(uses.length).toBeGreaterThan(30);
  const names = new Set(uses.map(([, name = '']) => name));
  expect([...names].filter((name) => !OPTIONAL.test(name) && !tokens.includes(`${name}:`))).toEqual(
    [],
  );
  expect(uses.filter(([, , fallback]) => fallback === undefined).map(([use]) => use)).toEqual([]);
});
