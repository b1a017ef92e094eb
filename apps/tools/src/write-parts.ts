import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { posix, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A part of a package as `parts.json` in its folder declares it. */
interface DeclaredPart {
  readonly id: string;
  /** The one file it is, from the package's folder. */
  readonly source: string;
  readonly title: Readonly<Record<'ja' | 'en', string>>;
  readonly description: Readonly<Record<'ja' | 'en', string>>;
}

/**
 * Writes `dist/parts/`: each declared part as the text that `yokoten eject` copies into an app, and `parts.json`, which
 * names them. Imports of files beside it become imports of the package, so that the copy stands anywhere.
 */
export async function writeParts(folder: string): Promise<void> {
  const declared = JSON.parse(
    await readFile(join(folder, 'parts.json'), 'utf8'),
  ) as readonly DeclaredPart[];
  const { name } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    readonly name: string;
  };
  const target = join(folder, 'dist/parts');
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  const parts = await Promise.all(
    declared.map(async ({ id, source, title, description }) => {
      const text = partText(name, source, await readFile(join(folder, source), 'utf8'));
      await writeFile(join(target, `${id}.txt`), text);
      const module = source.replace(/^src\//, '').replace(/\.ts$/, '.js');
      const compiled = pathToFileURL(join(folder, 'dist', module)).href;
      const exports = Object.keys((await import(compiled)) as object).toSorted();
      const sha256 = createHash('sha256').update(text).digest('hex');
      return { id, title, description, module, exports, sha256 };
    }),
  );
  const index = { schemaVersion: 1, parts };
  await writeFile(join(target, 'parts.json'), `${JSON.stringify(index, undefined, 2)}\n`);
}

/** The source of a part as it stands in an app. */
function partText(name: string, source: string, text: string): string {
  const folder = posix.dirname(source.replace(/^src\//, ''));
  const moved = text.replaceAll(
    /(from |import\()'(\.{1,2}\/[^']+)\.ts'/g,
    (_, before: string, path: string) => `${before}'${name}/parts/${posix.join(folder, path)}.js'`,
  );
  return `// ${name} の部品の写しです（MIT）。「yokoten upgrade」が、あなたの変更と新しい版を合わせます。
// A copy of a part of ${name} (MIT). yokoten upgrade merges its new versions with your edits.
${moved}`;
}
