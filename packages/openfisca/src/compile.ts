import type { Origin } from '@yokoten/rules';
import { writePackTexts } from './emit/texts.ts';
import { writeLabels, writePack, writeReferences, writeSteps, writeTypes } from './emit/pack.ts';
import type { OpenFiscaError } from './error.ts';
import { type Country, readCountry } from './lower/country.ts';
import type { PackageFiles } from './package-files.ts';

/** What a package is compiled into. */
export interface Compilation {
  /** Path in the pack's folder → text. `index.js` is the pack; `steps.js`, `labels.js`, `references.js`, `texts.js` and `reforms/…` are loaded apart. */
  readonly files: ReadonlyMap<string, string>;
  readonly country: Country;
  /** One for each formula or reform that could not be compiled; its variable keeps its initial value. */
  readonly errors: readonly OpenFiscaError[];
}

/** How to compile. */
export interface CompileOptions {
  readonly origin: Origin;
  /** Text of the input's licence, kept beside the pack. */
  readonly licence?: string;
  /** Where the pack imports numpy's arithmetic from; default `@yokoten/rules/kernel`. */
  readonly kernel?: string;
}

/**
 * Compiles a country package to a pack. Python is read, never run.
 * @throws OpenFiscaError for what concerns the package as a whole
 */
export function compile(source: PackageFiles, options: CompileOptions): Compilation {
  const { origin, kernel } = options;
  const { country, errors } = readCountry(source, origin);
  const files = new Map<string, string>();
  const add = (folder: string, one: Country): void => {
    const { code, map } = writePack(one, kernel);
    files.set(`${folder}index.js`, code);
    files.set(`${folder}index.js.map`, map);
    files.set(`${folder}index.d.ts`, writeTypes(one));
    files.set(`${folder}steps.js`, writeSteps(one));
    files.set(`${folder}steps.d.ts`, STEPS_TYPES);
  };
  add('', country);
  files.set('labels.js', writeLabels(country));
  files.set('labels.d.ts', LABELS_TYPES);
  files.set('references.js', writeReferences(country));
  files.set('references.d.ts', REFERENCES_TYPES);
  files.set('texts.js', writePackTexts(country));
  files.set('texts.d.ts', TEXTS_TYPES);
  const all = [...errors];
  for (const name of country.reforms) {
    const reformed = readReform(source, origin, name);
    all.push(...reformed.errors);
    if (reformed.country !== undefined) add(`reforms/${name}/`, reformed.country);
  }
  files.set('package.json', manifest(origin));
  files.set('NOTICE', notice(origin));
  if (options.licence !== undefined) files.set('LICENSE', options.licence);
  return { files, country, errors: all };
}

function readReform(
  source: PackageFiles,
  origin: Origin,
  name: string,
): { country?: Country; errors: readonly OpenFiscaError[] } {
  try {
    return readCountry(source, origin, name);
  } catch (error) {
    if (!isOpenFiscaError(error)) throw error;
    return { errors: [error] };
  }
}

function isOpenFiscaError(error: unknown): error is OpenFiscaError {
  return error instanceof Error && error.name === 'OpenFiscaError';
}

const STEPS_TYPES = `import type { StepPack } from '@yokoten/rules/trace';
/** The rules step by step, for explanations. */
export declare const steps: StepPack;
`;

const LABELS_TYPES = `/** The variables' labels and units, by name. */
export declare const labels: ReadonlyMap<string, { label?: string; unit?: string }>;
`;

const REFERENCES_TYPES = `/** Where the variables' rules are written down, and what their authors say about them, by name. */
export declare const references: ReadonlyMap<
  string,
  { reference?: readonly string[]; documentation?: string }
>;
`;

const TEXTS_TYPES = `import type { PackTexts } from '@yokoten/rules/http';
/** Formulas as they are written, and what their authors say about parameters and entities. */
export declare const texts: PackTexts;
`;

function manifest({ name, version, licence }: Origin): string {
  const exports = {
    '.': { types: './index.d.ts', default: './index.js' },
    './steps': { types: './steps.d.ts', default: './steps.js' },
    './references': { types: './references.d.ts', default: './references.js' },
    './texts': { types: './texts.d.ts', default: './texts.js' },
    './labels': { types: './labels.d.ts', default: './labels.js' },
  };
  const data = {
    name: `${name.toLowerCase()}-pack`,
    version,
    license: licence,
    private: true,
    type: 'module',
    sideEffects: false,
    exports,
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

function notice({ name, version, licence, source }: Origin): string {
  return [
    `These files are compiled from ${name} ${version}.`,
    `Licence of ${name}, which holds for these files too: ${licence}`,
    `Source: ${source}`,
    '',
    'Whoever shows results of these rules, or passes these files on, states this and gives the source.',
    '',
  ].join('\n');
}
