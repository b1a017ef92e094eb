import type { Localized } from '@yokoten/standard';
import { nearest } from '@yokoten/standard/nearest';
import type { Contact } from '../../model/programme.ts';
import type { RulesPlan } from './rules-plan.ts';
import type { ConfigProblem } from './contract.ts';

/** What `benefits` of the config says. */
export interface BenefitsConfig {
  readonly languages: readonly string[];
  readonly contacts: readonly Contact[];
  /** How a compiled pack is asked about; without it, the app has schemes of its own. */
  readonly pack?: RulesPlan;
}

type Path = readonly (string | number)[];
type Add = (path: Path, ja: string, en: string) => void;

const SHARED =
  '$schema schemaVersion app municipality title description languages site theme benefits'.split(
    ' ',
  );
const KEYS = ['contacts', 'pack'];
const CONTACT_KEYS = ['municipality', 'name', 'phone', 'email', 'url', 'address', 'hours'];
const PACK_KEYS = ['household', 'programmes', 'questions', 'gates', 'sets'];

/** Reads the app's own part of the config; what is wrong is told all at once, and the rest taken. */
export function readConfig(config: Readonly<Record<string, unknown>>): {
  readonly config: BenefitsConfig;
  readonly problems: readonly ConfigProblem[];
} {
  const problems: ConfigProblem[] = [];
  const add: Add = (path, ja, en) =>
    problems.push({ code: 'benefits/config-value', path, message: { ja, en } });
  const only = (value: object, path: Path, keys: readonly string[]): void =>
    onlyKeys(value, path, keys, problems);
  only(config, [], SHARED);
  const own = config['benefits'] ?? {};
  if (!isRecord(own)) {
    add(['benefits'], '「benefits」は { … } の形で書いてください。', 'Write "benefits" as { … }.');
    return { config: { languages: languagesOf(config), contacts: [] }, problems };
  }
  only(own, ['benefits'], KEYS);
  const { contacts = [], pack } = own;
  if (!Array.isArray(contacts))
    add(
      ['benefits', 'contacts'],
      '「contacts」は [ … ] の形で書いてください。',
      'Write "contacts" as [ … ].',
    );
  const list: readonly unknown[] = Array.isArray(contacts) ? contacts : [];
  const read = list.flatMap((one, at) => readContact(one, ['benefits', 'contacts', at], add, only));
  const plan = pack === undefined ? undefined : readPlan(pack, ['benefits', 'pack'], add, only);
  return {
    config: { languages: languagesOf(config), contacts: read, ...(plan && { pack: plan }) },
    problems,
  };
}

/** The shared part has checked them. */
function languagesOf({ languages }: Readonly<Record<string, unknown>>): readonly string[] {
  return Array.isArray(languages)
    ? languages.filter((one) => typeof one === 'string')
    : ['ja', 'en'];
}

function readContact(
  value: unknown,
  path: Path,
  add: Add,
  only: (value: object, path: Path, keys: readonly string[]) => void,
): Contact[] {
  if (!isRecord(value)) {
    add(
      path,
      '問い合わせ先は { "name": …, "phone": … } の形で書いてください。',
      'Write a contact like { "name": …, "phone": … }.',
    );
    return [];
  }
  only(value, path, CONTACT_KEYS);
  const name = localized(value['name']);
  if (name === undefined)
    add(
      [...path, 'name'],
      '問い合わせ先に名前がありません。例: "name": { "ja": "子育て課" }',
      'A contact needs a name. Example: "name": { "ja": "子育て課" }',
    );
  const url = value['url'];
  if (url !== undefined && !(typeof url === 'string' && url.startsWith('https://')))
    add(
      [...path, 'url'],
      'アドレスは「https://」で始めてください。',
      'The address must begin with https://.',
    );
  const texts = ['municipality', 'phone', 'email', 'url', 'address'].flatMap(
    (key): [string, string][] => {
      const text = value[key];
      return typeof text === 'string' && text !== '' ? [[key, text]] : [];
    },
  );
  const hours = localized(value['hours']);
  return name === undefined
    ? []
    : [{ name, ...Object.fromEntries(texts), ...(hours && { hours }) }];
}

function readPlan(
  value: unknown,
  path: Path,
  add: Add,
  only: (value: object, path: Path, keys: readonly string[]) => void,
): RulesPlan | undefined {
  if (!isRecord(value)) {
    add(
      path,
      '「pack」は { "programmes": [ … ] } の形で書いてください。',
      'Write "pack" as { "programmes": [ … ] }.',
    );
    return undefined;
  }
  only(value, path, PACK_KEYS);
  const { household, programmes } = value;
  const kinds = isRecord(household) ? household['kinds'] : [];
  if (household !== undefined && !(isRecord(household) && Array.isArray(kinds)))
    add(
      [...path, 'household'],
      '「household」に person、groups、kinds を書いてください。',
      'Write person, groups and kinds into "household".',
    );
  const list: readonly unknown[] = Array.isArray(programmes) ? programmes : [];
  if (list.length === 0)
    add(
      [...path, 'programmes'],
      '「programmes」に、調べる制度を書いてください。',
      'List the programmes to look at in "programmes".',
    );
  for (const [at, one] of list.entries()) {
    const fine = isRecord(one) && ['output', 'money'].every((key) => typeof one[key] === 'string');
    if (!fine)
      add(
        [...path, 'programmes', at],
        '制度には output と money が要ります。',
        'A programme needs output and money.',
      );
  }
  return value as unknown as RulesPlan;
}

function onlyKeys(
  value: object,
  path: Path,
  keys: readonly string[],
  problems: ConfigProblem[],
): void {
  for (const key of Object.keys(value)) {
    if (keys.includes(key)) continue;
    const guess = nearest(key, keys);
    const known = keys.join(', ');
    problems.push({
      code: 'benefits/unknown-key',
      path: [...path, key],
      message: {
        ja: `「${key}」という項目はありません。${guess === undefined ? `使えるのは ${known} です。` : `「${guess}」ではありませんか。`}`,
        en: `There is no key "${key}". ${guess === undefined ? `You can use ${known}.` : `Did you mean "${guess}"?`}`,
      },
    });
  }
}

/** A plain text is Japanese. */
function localized(value: unknown): Localized | undefined {
  if (typeof value === 'string' && value.trim() !== '') return { ja: value };
  if (!isRecord(value) || typeof value['ja'] !== 'string') return undefined;
  const texts = Object.entries(value).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return { ja: value['ja'], ...Object.fromEntries(texts) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
