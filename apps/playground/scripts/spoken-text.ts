import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/**
 * All that the page can say by itself: its own words, those of the packages (reports, messages, columns, the map) and the
 * sample. What stands in a person's file nobody knows beforehand, and the names of 1,900 municipalities would make
 * the font half as large again.
 */
export async function spokenText(): Promise<string> {
  const here = fileURLToPath(new URL('..', import.meta.url));
  const sample = await readFile(join(here, 'sample/見本_指定緊急避難場所.csv'));
  const texts = await Promise.all([
    textIn(join(here, 'src'), /\.ts$/u),
    textIn(built('@yokoten/open-data'), /(?:messages|words)\.js$/u),
    textIn(built('@yokoten/disaster-map'), /strings\W.*\.js$/u),
    textIn(built('@yokoten/standard'), /^(?!generated).*\.js$/u),
  ]);
  return [...texts, new TextDecoder('shift_jis').decode(sample)].join('');
}

function built(name: string): string {
  return join(dirname(require.resolve(`${name}/package.json`)), 'dist');
}

async function textIn(folder: string, spoken: RegExp): Promise<string> {
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => spoken.test(name));
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.join('');
}
