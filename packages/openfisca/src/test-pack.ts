import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Pack } from '@yokoten/rules';
import { OpenFiscaError } from './error.ts';
import { runTests, type TestResult } from './tests/run.ts';

/**
 * Runs YAML tests against a compiled pack, file after file.
 * @param folder the pack
 * @param paths files, or folders of which every YAML file is taken
 * @throws OpenFiscaError `openfisca/cannot-read`, `openfisca/bad-test`
 */
export async function* testPack(
  folder: string,
  paths: readonly string[],
): AsyncGenerator<TestResult[]> {
  const pack = await loadPack(folder);
  const reforms = new Map<string, Promise<Pack>>();
  const reformed = (names: readonly string[]): Promise<Pack> => {
    const [name = '', ...others] = names;
    if (others.length > 0) throw cannotRead(names.join(' + '));
    const known = reforms.get(name) ?? loadPack(join(folder, 'reforms', name));
    reforms.set(name, known);
    return known;
  };
  for (const path of paths.flatMap((one) => testFiles(one)))
    yield await runTests(pack, readFileSync(path, 'utf8'), path, reformed);
}

/** A compiled pack from its folder. */
export async function loadPack(folder: string): Promise<Pack> {
  const path = join(resolve(folder), 'index.js');
  if (!existsSync(path)) throw cannotRead(folder);
  const module = (await import(pathToFileURL(path).href)) as { readonly pack?: Pack };
  if (module.pack === undefined) throw cannotRead(folder);
  return module.pack;
}

function testFiles(path: string): string[] {
  if (!existsSync(path)) throw cannotRead(path);
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile());
}

function cannotRead(path: string): OpenFiscaError {
  return new OpenFiscaError('openfisca/cannot-read', {
    ja: `「${path}」がないか、変換したルールではありません。`,
    en: `"${path}" is not there, or is no compiled pack.`,
  });
}
