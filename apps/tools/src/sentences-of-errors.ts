import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keys, each once; what hangs on a value left out. */
function codes(keys: Iterable<string>): string[] {
  return [...new Set(Array.from(keys, (key) => key.replace(/#\$.*/u, '')))].sort();
}

/**
 * What the sources of a package throw with facts, `new NAME('code', …)`, and what it has sentences for: the same, if
 * neither an error nor a sentence is forgotten.
 */
export function sentencesOfErrors(
  sources: string,
  name: string,
  sentences: object,
): { readonly thrown: readonly string[]; readonly told: readonly string[] } {
  const source = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => readFileSync(join(sources, path), 'utf8'))
    .join('\n');
  const found = source.matchAll(
    new RegExp(`new ${name}\\(\\s*['\`]([^'\`]+)['\`],\\s*(?:\\[|facts\\b)`, 'gu'),
  );
  const thrown = codes(Array.from(found, ([, key = '']) => key));
  // Which sentence of several it is can hang on what is wrong.
  const told = Object.keys(sentences).map((key) =>
    thrown.includes(key) ? key : (thrown.find((one) => key.startsWith(`${one}#`)) ?? key),
  );
  return { thrown, told: codes(told) };
}
