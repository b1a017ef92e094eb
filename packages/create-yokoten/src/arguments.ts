import { parseArgs } from 'node:util';
import { nearest } from './distance.ts';
import { Failure } from './failure.ts';

/** What stands on the command line, read but not yet judged. */
export interface Arguments {
  readonly folder?: string;
  readonly municipality?: string;
  readonly template?: string;
  readonly lang?: string;
  /** Name of a complete app to start from. */
  readonly example?: string;
  /** Folder of packed tarballs to carry along instead of naming versions of a registry. */
  readonly packages?: string;
  readonly yes: boolean;
  readonly install: boolean;
  readonly git: boolean;
  /** Adds the app to a folder that holds something already. */
  readonly intoExisting: boolean;
  readonly list: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly help: boolean;
  readonly version: boolean;
}

const OPTIONS = {
  template: { type: 'string', short: 't' },
  municipality: { type: 'string', short: 'm' },
  example: { type: 'string', short: 'e' },
  lang: { type: 'string' },
  packages: { type: 'string' },
  yes: { type: 'boolean', short: 'y' },
  'no-install': { type: 'boolean' },
  'no-git': { type: 'boolean' },
  'into-existing': { type: 'boolean' },
  list: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

type OptionName = keyof typeof OPTIONS;

/**
 * Reads the command line.
 * @throws create-yokoten/unknown-option, create-yokoten/option-value, create-yokoten/too-many-folders,
 * create-yokoten/options-eaten-by-npm
 */
export function readArguments(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Arguments {
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const values = new Map<OptionName, string | true>();
  for (const token of tokens) {
    if (token.kind === 'option') values.set(...readOption(token));
  }
  checkThatNpmPassedAll(env, values, positionals);
  if (positionals.length > 1) throw tooManyFolders(positionals);
  const text = (name: OptionName): string | undefined => {
    const value = values.get(name);
    return value === true ? undefined : value;
  };
  return {
    ...given('folder', positionals[0]),
    ...given('municipality', text('municipality')),
    ...given('template', text('template')),
    ...given('example', text('example')),
    ...given('lang', text('lang')),
    ...given('packages', text('packages')),
    yes: values.has('yes'),
    install: !values.has('no-install'),
    git: !values.has('no-git'),
    intoExisting: values.has('into-existing'),
    list: values.has('list'),
    dryRun: values.has('dry-run'),
    json: values.has('json'),
    help: values.has('help'),
    version: values.has('version'),
  };
}

function given<K extends string>(name: K, value: string | undefined): { [P in K]?: string } {
  return value === undefined ? {} : ({ [name]: value } as { [P in K]?: string });
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function readOption(token: OptionToken): [OptionName, string | true] {
  const { name, rawName, value, inlineValue } = token;
  if (!isOptionName(name)) throw unknownOption(rawName);
  if (OPTIONS[name].type === 'boolean') {
    if (value === undefined) return [name, true];
    throw new Failure('create-yokoten/option-value', {
      ja: `${rawName} に値は付けられません（「${value}」）。値を取ってください。`,
      en: `${rawName} takes no value, but got "${value}". Leave the value out.`,
    });
  }
  if (value === undefined || value === '' || (inlineValue !== true && value.startsWith('-'))) {
    throw new Failure('create-yokoten/option-value', {
      ja: `${rawName} の後に値がありません。例：${rawName} ${EXAMPLES[name] ?? ''}`,
      en: `${rawName} needs a value. Example: ${rawName} ${EXAMPLES[name] ?? ''}`,
    });
  }
  return [name, value];
}

const EXAMPLES: Readonly<Partial<Record<OptionName, string>>> = {
  template: 'ID',
  municipality: 'CODE',
  example: 'NAME',
  lang: 'ja',
  packages: '../yokoten/.cache/pack',
};

function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name);
}

function unknownOption(rawName: string): Failure {
  const [near] = nearest(rawName.replace(/^-+/, ''), Object.keys(OPTIONS), (name) => name, 1);
  return new Failure('create-yokoten/unknown-option', {
    ja: `${rawName} というオプションはありません。${near === undefined ? '--help で一覧を見てください。' : `--${near} ではありませんか。`}`,
    en: `There is no option ${rawName}. ${near === undefined ? 'See them all with --help.' : `Did you mean --${near}?`}`,
  });
}

function tooManyFolders(folders: readonly string[]): Failure {
  const got = folders.map((folder) => `「${folder}」`).join('');
  return new Failure('create-yokoten/too-many-folders', {
    ja: `フォルダー名は1つだけです。${got}がありました。空白を含む名前は "" で囲んでください。`,
    en: `One folder name is expected, but got ${folders.map((folder) => `"${folder}"`).join(' ')}. Put a name with spaces in quotes.`,
  });
}

/** `npm create yokoten my-map --municipality …` without `--`: npm keeps the options to itself. */
function checkThatNpmPassedAll(
  env: Readonly<Record<string, string | undefined>>,
  values: ReadonlyMap<OptionName, string | true>,
  positionals: readonly string[],
): void {
  const eaten = (['municipality', 'template', 'example'] as const).filter(
    (name) => !values.has(name) && env[`npm_config_${name}`] !== undefined,
  );
  if (eaten.length === 0) return;
  const right = `npm create yokoten@latest ${positionals[0] ?? 'my-map'} -- --municipality CODE`;
  throw new Failure('create-yokoten/options-eaten-by-npm', {
    ja: `npm が ${eaten.map((name) => `--${name}`).join(' ')} を受け取りました。前に -- を置いてください。例：${right}`,
    en: `npm kept ${eaten.map((name) => `--${name}`).join(' ')} to itself. Put -- before the options. Example: ${right}`,
  });
}
