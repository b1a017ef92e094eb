import {
  mkdtempSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Pack } from '@yokoten/rules';
import type { StepPack } from '@yokoten/rules/trace';
import { type Compilation, compile, type PackageFiles } from '../src/index.ts';
import { describePackage, packageFolder } from '../src/node.ts';

/** The country package written for these tests. */
export const MIHON: string = fileURLToPath(new URL('fixtures/mihon', import.meta.url));

const TINY = { name: 'tiny', version: '1.0', licence: 'MIT', source: 'https://example.org/' };

/** A compiled package, loaded. */
export interface Loaded {
  readonly compilation: Compilation;
  readonly pack: Pack;
  readonly steps: StepPack;
  readonly reform: (name: string) => Promise<Pack>;
  /** A file beside the pack. */
  readonly open: <T>(path: string) => Promise<T>;
  readonly remove: () => void;
}

/** Compiles a folder, writes the pack to a temporary folder and loads it. */
export async function load(folder: string): Promise<Loaded> {
  return loadFiles(packageFolder(folder), describePackage(folder));
}

/** The same for a package that is in memory. */
export async function loadFiles(
  source: PackageFiles,
  about: ReturnType<typeof describePackage> = { origin: TINY },
): Promise<Loaded> {
  const kernel = pathToFileURL(
    createRequire(import.meta.url).resolve('@yokoten/rules/kernel'),
  ).href;
  const compilation = compile(source, { ...about, kernel });
  const out = mkdtempSync(join(tmpdir(), 'yokoten-pack-'));
  for (const [path, text] of compilation.files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), text);
  }
  const open = async <T>(path: string): Promise<T> =>
    (await import(/* @vite-ignore */ pathToFileURL(join(out, path)).href)) as T;
  const { pack } = await open<{ pack: Pack }>('index.js');
  const { steps } = await open<{ steps: StepPack }>('steps.js');
  return {
    compilation,
    pack,
    steps,
    open,
    reform: async (name) => (await open<{ pack: Pack }>(`reforms/${name}/index.js`)).pack,
    remove: () => rmSync(out, { recursive: true }),
  };
}

/** Every YAML file below a folder. */
export function yamlFiles(folder: string): { path: string; text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => /\.ya?ml$/.test(path) && statSync(path).isFile())
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

/** A package of a few lines: entities, and whatever the test adds. */
export function tinyPackage(files: Readonly<Record<string, string>>): PackageFiles {
  const all: Readonly<Record<string, string>> = {
    '__init__.py': `
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from tiny import entities
HERE = "/package"
class CountryTaxBenefitSystem(TaxBenefitSystem):
    def __init__(self):
        super().__init__(entities.entities)
        self.add_variables_from_directory(HERE + "/variables")
        self.load_parameters(HERE + "/parameters")
`,
    'entities.py': `
from openfisca_core.entities import build_entity
Home = build_entity(key="home", plural="homes", roles=[{"key": "member", "plural": "members"}])
Person = build_entity(key="person", plural="persons", is_person=True)
entities = [Home, Person]
`,
    ...files,
  };
  const paths = Object.keys(all).sort();
  return {
    module: 'tiny',
    read: (path) => (Object.hasOwn(all, path) ? all[path] : undefined),
    list: (folder) => paths.filter((path) => path.startsWith(`${folder}/`)),
  };
}
