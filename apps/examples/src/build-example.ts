import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const examples = fileURLToPath(new URL('..', import.meta.url));
const template = fileURLToPath(new URL('../../../templates/disaster-map/', import.meta.url));

/** What an example takes from the template as it is. Everything else of a page is its own config, data and images. */
const PROGRAM = ['index.html', 'src', 'theme.css', 'vite.config.ts', 'images/icon.svg'];

/** Ids of all examples: the folders with a config. */
export function exampleIds(): readonly string[] {
  return readdirSync(examples)
    .filter((name) => existsSync(join(examples, name, 'yokoten.config.jsonc')))
    .toSorted();
}

/** Lays an example's config, data and images over the template's program, and builds the page into `out`. */
export async function buildExample(id: string, out: string): Promise<void> {
  const cache = join(examples, '.cache');
  mkdirSync(cache, { recursive: true });
  // Inside of this folder, so that the app finds its packages.
  const app = mkdtempSync(join(cache, `${id}-`));
  try {
    for (const name of PROGRAM) cpSync(join(template, name), join(app, name), { recursive: true });
    cpSync(join(examples, id), app, { recursive: true });
    await build({
      root: app,
      configFile: join(app, 'vite.config.ts'),
      logLevel: 'error',
      build: { outDir: out, emptyOutDir: true },
    });
  } finally {
    rmSync(app, { recursive: true, force: true });
  }
}
