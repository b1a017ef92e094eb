import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sentences } from './sentences.ts';

/** Keys, each once; what hangs on a value left out. */
function codes(keys: Iterable<string>): string[] {
  return [...new Set(Array.from(keys, (key) => key.replace(/#\$.*/u, '')))].sort();
}

test('every error that is thrown with facts has its sentences, and none has any for nothing', () => {
  const source = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => readFileSync(join(import.meta.dirname, path), 'utf8'))
    .join('\n');
  const thrown = source.matchAll(/new BenefitsError\(\s*['`]([^'`]+)['`],\s*(?:\[|facts\b)/gu);
  // Which sentence of several it is can hang on what is wrong.
  const byKind = codes(Array.from(thrown, ([, key = '']) => key));
  const told = Object.keys(sentences).map((key) =>
    byKind.includes(key) ? key : (byKind.find((one) => key.startsWith(`${one}#`)) ?? key),
  );
  expect(byKind).toEqual(codes(told));
});
