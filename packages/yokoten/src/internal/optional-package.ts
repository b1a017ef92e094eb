import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fault, YokotenError } from './fault.ts';

/**
 * Loads an entry of a package that a project has only when it needs it: from the project, else from beside this command.
 * @param name e.g. `@yokoten/openfisca`
 * @param entry e.g. `node`
 * @throws YokotenError `yokoten/package-not-installed`
 */
export async function loadOptionalPackage<T>(
  root: string,
  name: string,
  entry: string,
): Promise<T> {
  for (const from of [join(root, 'package.json'), import.meta.url]) {
    const path = resolveFrom(from, `${name}/${entry}`);
    if (path !== undefined) return (await import(pathToFileURL(path).href)) as T;
  }
  throw new YokotenError(
    fault(
      'yokoten/package-not-installed',
      `この命令には「${name}」が要ります。\n「npm install ${name}」を実行してください。`,
      `This command needs ${name}. Run: npm install ${name}`,
    ),
  );
}

function resolveFrom(from: string, specifier: string): string | undefined {
  try {
    return createRequire(from).resolve(specifier);
  } catch {
    return undefined;
  }
}
