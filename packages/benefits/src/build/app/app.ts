import { ownName } from '@yokoten/ui';
import { en } from '../../strings/en.ts';
import { ja } from '../../strings/ja.ts';
import { jaSimple } from '../../strings/ja-simple.ts';
import { compiledPart } from './compiled.ts';
import { type BenefitsConfig, readConfig } from './config.ts';
import type { AppInput, AppOutput, BenefitsBuilder } from './contract.ts';
import { fallbackHtml } from './fallback.ts';
import { ownPart } from './own-schemes.ts';

/** Turns config and schemes into the page of a benefit check; what a Vite plugin for apps calls. */
export const benefitsNavigator: BenefitsBuilder = {
  element: 'benefit-navigator',
  folders: ['schemes', 'pack'],
  build: buildCheck,
};

/**
 * Compiles the schemes, or takes the compiled pack, and writes the modules that give it to the element. Never throws for what is
 * in the input: a mistake in config or schemes is in `configProblems`. The same input gives the same output.
 */
export async function buildCheck(input: AppInput): Promise<AppOutput> {
  const { config, problems } = readConfig(input.config);
  const title = titleOf(input);
  const empty = { problems: [], files: new Map<string, string>() };
  const part =
    config.pack === undefined
      ? { ...empty, ...(await ownPart(input)) }
      : { ...empty, ...withFaults(compiledPart(config.pack, title, input)) };
  const texts = 'compiled' in part ? part.compiled : undefined;
  return {
    modules: new Map([...part.modules, ['index.js', indexModule(config, input)]]),
    files: part.files,
    isSilent: true,
    problems: part.problems,
    configProblems: [...problems, ...part.configProblems],
    hosts: { img: [], connect: [] },
    fallbackHtml: fallbackHtml(title, texts?.texts.get('ja')),
    text: charactersOf([
      title,
      input.config,
      [...(texts?.texts ?? [])].flatMap(([tag, words]) => (isOurScript(tag) ? [words] : [])),
      // Names of laws and counters are not among the texts.
      [texts?.data.programmes, texts?.data.sources],
      config.languages.map(ownName),
      WEEKDAYS,
      config.pack === undefined ? '' : wordsOfRules(input),
      [ja, en, jaSimple].flatMap((strings) => Object.values(strings).map(wordsOf)),
    ]),
  };
}

/** Names and labels of compiled rules, with much else. */
function wordsOfRules({ files }: AppInput): string {
  return files
    .filter(({ path }) => path === 'pack/index.js' || path === 'pack/labels.js')
    .map(({ bytes }) => new TextDecoder().decode(bytes))
    .join('');
}

/** Dates bring them. */
const WEEKDAYS = '日月火水木金土年';

/** The font of last resort is a Japanese one: Korean and Chinese are left to the device. */
function isOurScript(language: string): boolean {
  return /^(ja|en|vi)/.test(language);
}

function withFaults({ problems, ...part }: ReturnType<typeof compiledPart>): Omit<
  typeof part,
  'problems'
> & {
  readonly configProblems: typeof problems;
} {
  return { ...part, configProblems: problems };
}

function titleOf({ config, municipality }: AppInput): string {
  const { title } = config;
  if (typeof title === 'string') return title;
  const ja = typeof title === 'object' && title !== null && 'ja' in title ? title.ja : undefined;
  return typeof ja === 'string' ? ja : municipality.name.ja;
}

/** Gives the element its pack before it is registered. */
function indexModule(
  { languages, contacts }: BenefitsConfig,
  { municipality: { code } }: AppInput,
): string {
  const settings = { languages, contacts, ...(code !== undefined && { municipality: code }) };
  return [
    "import { pack } from './pack.js';",
    '',
    `const settings = ${JSON.stringify(settings)};`,
    "for (const element of document.querySelectorAll('benefit-navigator'))",
    '  Object.assign(element, settings, { pack });',
    '',
  ].join('\n');
}

function wordsOf(entry: unknown): unknown {
  return typeof entry === 'function'
    ? (entry as (...samples: string[]) => unknown)('', '', '')
    : entry;
}

/** Every text inside of something, as one. */
function charactersOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'function') return charactersOf(wordsOf(value));
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(charactersOf).join('');
}
