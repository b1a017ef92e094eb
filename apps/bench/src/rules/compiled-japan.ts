import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { moduleFolder } from '@yokoten/openfisca/compare';
import { compilePackage } from '@yokoten/openfisca/node';
import type { Pack } from '@yokoten/rules';
import type { StepPack } from '@yokoten/rules/trace';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** The rules of an installed OpenFisca-Japan. */
export interface JapanRules {
  readonly pack: Pack;
  readonly steps: StepPack;
}

/**
 * Compiles the OpenFisca-Japan that is installed on this machine, for measuring only: its licence holds for what comes out, which
 * stays in a cache. Nothing where it is not installed, and the reason on standard error.
 * @param folder within the cache
 */
export async function compileJapan(folder: string): Promise<JapanRules | undefined> {
  const python = [process.env.YOKOTEN_PYTHON, join(root, '.cache/openfisca/bin/python')].find(
    (path) => path !== undefined && existsSync(path),
  );
  const source = python === undefined ? undefined : moduleFolder(python, 'openfisca_japan');
  if (source === undefined) {
    console.error('No Python with openfisca-japan (YOKOTEN_PYTHON or .cache/openfisca): the Japan pack is not measured.'); // prettier-ignore
    return undefined;
  }
  // Beside this app's modules, so that the pack finds its kernel.
  const out = fileURLToPath(new URL(`../../node_modules/.cache/${folder}/`, import.meta.url));
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  compilePackage(source, out);
  const { pack } = (await import(pathToFileURL(join(out, 'index.js')).href)) as { pack: Pack };
  const { steps } = (await import(pathToFileURL(join(out, 'steps.js')).href)) as { steps: StepPack }; // prettier-ignore
  return { pack, steps };
}
