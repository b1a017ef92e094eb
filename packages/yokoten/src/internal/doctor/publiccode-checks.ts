import { isRecord } from '../config-reader.ts';
import type { AppView } from './app-view.ts';
import { found, type Check, type Finding } from './check.ts';

const FILE = 'publiccode.yml';
const UPSTREAM = 'https://github.com/yokoten/yokoten';

type Rule = readonly [key: string, holds: (value: unknown) => boolean, example: string];

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
const isUrl = (value: unknown): boolean =>
  typeof value === 'string' && URL.canParse(value) && /^https?:/.test(value);
const isList = (value: unknown): boolean => Array.isArray(value) && value.length > 0;
const oneOf =
  (...words: readonly string[]) =>
  (value: unknown): boolean =>
    typeof value === 'string' && words.includes(value);

/** Mandatory keys and their values (publiccode.yml 0.7, schema.core). */
const RULES: readonly Rule[] = [
  ['publiccodeYmlVersion', (value) => /^0(\.\d+)*$/.test(String(value)), "'0.7'"],
  ['name', isText, '〇〇防災マップ'],
  ['url', isUrl, 'https://github.com/…'],
  ['platforms', isList, '[web]'],
  ['developmentStatus', oneOf('concept', 'development', 'beta', 'stable', 'obsolete'), 'stable'],
  [
    'softwareType',
    oneOf(
      'standalone/mobile',
      'standalone/iot',
      'standalone/desktop',
      'standalone/web',
      'standalone/backend',
      'standalone/other',
      'addon',
      'library',
      'configurationFiles',
    ),
    'standalone/web',
  ],
  ['legal.license', isText, 'MIT'],
  ['maintenance.type', oneOf('internal', 'contract', 'community', 'none'), 'internal'],
  ['localisation.localisationReady', (value) => typeof value === 'boolean', 'true'],
  ['localisation.availableLanguages', isList, '[ja, en]'],
];

/** The description of the app for catalogues. */
export const publiccodeInvalid: Check = {
  code: 'yokoten/publiccode-invalid',
  title: { ja: 'publiccode.yml の形', en: 'form of publiccode.yml' },
  source: 'publiccode.yml 0.7.0, docs/standard/schema.core.rst',
  run({ texts, publiccode }) {
    if (!texts.has(FILE)) return [];
    if (publiccode === undefined)
      return [
        found(
          'problem',
          'publiccode.yml を読めません。YAMLの書き方を確かめてください。',
          'publiccode.yml is no YAML that can be read.',
          { path: FILE },
        ),
      ];
    const wrong = RULES.filter(([key, holds]) => !holds(valueOf(publiccode, key))).map(
      ([key, , example]) =>
        found(
          'problem',
          `「${key}」がないか、使えない値です。例: ${example}`,
          `"${key}" is missing, or has a value that cannot be used. Example: ${example}`,
          { path: FILE, line: lineOf(texts, key) },
        ),
    );
    return [...wrong, ...descriptions(publiccode), ...maintainers(publiccode)];
  },
};

function descriptions(publiccode: Readonly<Record<string, unknown>>): Finding[] {
  const languages = isRecord(publiccode['description'])
    ? Object.entries(publiccode['description'])
    : [];
  if (languages.length === 0)
    return [
      found('problem', '説明（description）がありません。', 'There is no description.', {
        path: FILE,
      }),
    ];
  return languages.flatMap(([language, value]) => {
    const { shortDescription, longDescription, features } = isRecord(value) ? value : {};
    const short = typeof shortDescription === 'string' ? shortDescription.trim().length : 0;
    const long = typeof longDescription === 'string' ? longDescription.trim().length : 0;
    const faults = [
      ...(short >= 1 && short <= 150 ? [] : ['shortDescription (1–150)']),
      // Japanese says in half the letters what the limit was made for.
      ...(long >= (language.startsWith('ja') ? 75 : 150) && long <= 10_000
        ? []
        : ['longDescription (150–10000)']),
      ...(isList(features) ? [] : ['features']),
    ];
    return faults.map((what) =>
      found(
        'problem',
        `「description.${language}」の ${what} が足りないか、長さが合いません。`,
        `description.${language}: ${what} is missing or has the wrong length.`,
        { path: FILE },
      ),
    );
  });
}

function maintainers({ maintenance }: Readonly<Record<string, unknown>>): Finding[] {
  const { type, contacts, contractors } = isRecord(maintenance) ? maintenance : {};
  const lacking =
    type === 'contract' && !isList(contractors)
      ? 'contractors'
      : (type === 'internal' || type === 'community') && !isList(contacts)
        ? 'contacts'
        : undefined;
  return lacking === undefined
    ? []
    : [
        found(
          'problem',
          `「maintenance.type」が ${String(type)} なら、「${lacking}」も要ります。`,
          `With maintenance.type ${String(type)}, "${lacking}" is mandatory.`,
          { path: FILE },
        ),
      ];
}

/** A variant names its own repository and the one it is based on. */
export const publiccodeOrigin: Check = {
  code: 'yokoten/publiccode-origin',
  title: { ja: 'publiccode.yml の元（isBasedOn）', en: 'origin in publiccode.yml (isBasedOn)' },
  source: 'publiccode.yml 0.7.0, docs/standard/forks.rst: software variants',
  run({ publiccode, texts }: AppView) {
    if (publiccode === undefined) return [];
    const results: Finding[] = [];
    const url = publiccode['url'];
    if (typeof url === 'string' && /^https:\/\/github\.com\/yokoten\/yokoten(\.git)?\/?$/.test(url))
      results.push(
        found(
          'problem',
          '「url」が元のリポジトリーのままです。あなたのリポジトリーを書いてください。',
          '"url" still names the upstream. Write your own repository.',
          { path: FILE, line: lineOf(texts, 'url') },
        ),
      );
    const based = publiccode['isBasedOn'];
    const list: readonly unknown[] = Array.isArray(based) ? based : [based];
    if (!list.some(isUrl))
      results.push(
        found(
          'problem',
          '元のプログラム（isBasedOn）が書かれていません。',
          'publiccode.yml does not say what the app is based on (isBasedOn).',
          {
            path: FILE,
            fix: {
              path: FILE,
              apply: (text) =>
                /^isBasedOn:/m.test(text)
                  ? text
                  : text.replace(/^(url:.*)$/m, `$1\nisBasedOn: ${UPSTREAM}`),
            },
          },
        ),
      );
    return results;
  },
};

function valueOf(value: Readonly<Record<string, unknown>>, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>(
      (at, part) => (isRecord(at) && Object.hasOwn(at, part) ? at[part] : undefined),
      value,
    );
}

function lineOf(texts: ReadonlyMap<string, string>, key: string): number {
  const last = key.split('.').at(-1) ?? '';
  const line = (texts.get(FILE) ?? '')
    .split('\n')
    .findIndex((one) => one.trimStart().startsWith(`${last}:`));
  return line + 1 || 1;
}
