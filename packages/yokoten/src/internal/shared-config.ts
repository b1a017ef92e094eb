import type { Bbox, Localized, LngLat } from '@yokoten/standard';
import type { ConfigProblem } from '@yokoten/standard/app';
import { APPS, KNOWN_APPS } from './app-package.ts';
import { ConfigReader, isRecord } from './config-reader.ts';
import { ACCENT_FORM, accentProblem } from './accent.ts';
import { nearest } from '@yokoten/standard/nearest';
import { CONFIG_VERSION } from './upgrade/migrations.ts';

/** A municipality the table of codes does not hold: a fictitious one, or one founded yesterday. */
export interface OwnMunicipality {
  readonly code?: string;
  readonly name: Localized;
  readonly bbox: Bbox;
  readonly centroid?: LngLat;
}

/** The part of `yokoten.config.jsonc` that every app shares; the app's own keys stand beside it and are its matter. */
export interface SharedConfig {
  readonly app: string;
  /** Six digits with check digit, or the municipality itself. */
  readonly municipality: string | OwnMunicipality;
  readonly title: Localized;
  readonly description?: Localized;
  /** The first one is the page's default. */
  readonly languages: readonly [string, ...string[]];
  readonly site: {
    /** Where the site is published; ends in `/`. Only with it can a page name its own address to others. */
    readonly url?: string;
    /** File under `images/` that others show beside a link. */
    readonly image?: string;
    readonly icon?: string;
  };
  readonly accent?: string;
}

/** Languages that some app has complete string tables in. */
export const LANGUAGES: readonly string[] = [
  ...new Set([...APPS.values()].flatMap(({ languages }) => languages)),
];

/** What a page speaks when its config says nothing. */
const USUAL: readonly [string, ...string[]] = ['ja', 'en'];

/** Keys of the parts this package reads; those beside them are `SHARED_KEYS` of `@yokoten/standard/app`. */
export const PART_KEYS = {
  municipality: ['code', 'name', 'bbox', 'centroid'],
  site: ['url', 'image', 'icon'],
  theme: ['accent'],
} as const;

/** Reads the shared part. When there are problems, `config` holds what could be read and must not be used. */
export function readSharedConfig(value: Readonly<Record<string, unknown>>): {
  readonly config: SharedConfig;
  readonly problems: readonly ConfigProblem[];
} {
  const reader = new ConfigReader();
  readSchemaVersion(reader, value);
  const description = reader.localized(value.description, ['description'], { optional: true });
  const accent = readAccent(reader, value.theme);
  const app = readApp(reader, value.app);
  const config: SharedConfig = {
    app,
    municipality: readMunicipality(reader, value.municipality),
    title: reader.localized(value.title, ['title']) ?? { ja: '' },
    ...(description && { description }),
    languages: readLanguages(reader, value.languages, APPS.get(app)?.languages ?? LANGUAGES),
    site: readSite(reader, value.site),
    ...(accent !== undefined && { accent }),
  };
  return { config, problems: reader.problems };
}

function readSchemaVersion(
  reader: ConfigReader,
  { schemaVersion }: Readonly<Record<string, unknown>>,
): void {
  if (schemaVersion === CONFIG_VERSION) return;
  if (schemaVersion === undefined) {
    reader.missing(['schemaVersion'], String(CONFIG_VERSION));
    return;
  }
  const isOlder = typeof schemaVersion === 'number' && schemaVersion < CONFIG_VERSION;
  reader.add(
    'yokoten/schema-version',
    ['schemaVersion'],
    `設定の版「${JSON.stringify(schemaVersion)}」は読めません。読める版は ${CONFIG_VERSION} です。\n${isOlder ? '「npx yokoten@latest upgrade」で、新しい形に変えられます。' : `yokoten を新しくするか、schemaVersion を ${CONFIG_VERSION} にしてください。`}`,
    `Config version ${JSON.stringify(schemaVersion)} cannot be read; this yokoten reads version ${CONFIG_VERSION}. ${isOlder ? 'Run npx yokoten@latest upgrade, which brings it into the new form.' : `Update yokoten, or set schemaVersion to ${CONFIG_VERSION}.`}`,
  );
}

function readApp(reader: ConfigReader, app: unknown): string {
  const name = reader.text(app, ['app'], KNOWN_APPS[0]);
  if (name === undefined || KNOWN_APPS.includes(name)) return name ?? '';
  const guess = nearest(name, KNOWN_APPS) ?? KNOWN_APPS[0];
  reader.add(
    'yokoten/unknown-app',
    ['app'],
    `アプリ「${name}」はありません。「${guess}」と書いてください。`,
    `There is no app "${name}". Write "${guess}".`,
  );
  return '';
}

function readMunicipality(reader: ConfigReader, value: unknown): string | OwnMunicipality {
  if (typeof value === 'string') return value;
  if (!isRecord(value)) {
    reader.wrongOrMissing(value, ['municipality'], '"132012"');
    return { name: { ja: '' }, bbox: [0, 0, 0, 0] };
  }
  reader.onlyKeys(value, ['municipality'], PART_KEYS.municipality);
  const code = reader.text(value.code, ['municipality', 'code'], '132012', { optional: true });
  const name = reader.localized(value.name, ['municipality', 'name']) ?? { ja: '' };
  const centroid =
    value.centroid === undefined
      ? undefined
      : reader.lngLat(value.centroid, ['municipality', 'centroid']);
  return {
    ...(code !== undefined && { code }),
    name,
    bbox: reader.bbox(value.bbox, ['municipality', 'bbox']),
    ...(centroid && { centroid }),
  };
}

function readLanguages(
  reader: ConfigReader,
  value: unknown,
  offered: readonly string[],
): readonly [string, ...string[]] {
  if (value === undefined) return USUAL;
  if (!Array.isArray(value) || value.length === 0) {
    reader.wrongType(value, ['languages'], '["ja", "en"]');
    return USUAL;
  }
  const list: readonly unknown[] = value;
  const known: string[] = [];
  for (const [i, language] of list.entries()) {
    if (typeof language === 'string' && offered.includes(language)) {
      if (!known.includes(language)) known.push(language);
      continue;
    }
    reader.add(
      'yokoten/unknown-language',
      ['languages', i],
      `言語「${String(language)}」の言葉はまだありません。使えるのは ${offered.join('、')} です。`,
      `There are no words for the language "${String(language)}" yet. You can use ${offered.join(', ')}.`,
    );
  }
  const [first = 'ja', ...others] = known;
  return [first, ...others];
}

function readSite(reader: ConfigReader, value: unknown): SharedConfig['site'] {
  if (value === undefined) return {};
  if (!isRecord(value)) {
    reader.wrongType(value, ['site'], '{ "url": "https://…/" }');
    return {};
  }
  reader.onlyKeys(value, ['site'], PART_KEYS.site);
  const url = readSiteUrl(reader, value.url);
  const image = reader.imagePath(value.image, ['site', 'image']);
  const icon = reader.imagePath(value.icon, ['site', 'icon']);
  return {
    ...(url !== undefined && { url }),
    ...(image !== undefined && { image }),
    ...(icon !== undefined && { icon }),
  };
}

function readSiteUrl(reader: ConfigReader, value: unknown): string | undefined {
  if (value === undefined || value === '') return undefined;
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
  if (
    url === undefined ||
    url.protocol !== 'https:' ||
    url.search + url.hash + url.username !== ''
  ) {
    reader.add(
      'yokoten/config-value',
      ['site', 'url'],
      `公開先のアドレス${JSON.stringify(value)}は使えません。\n「https://」で始まるアドレスを書いてください。`,
      `${JSON.stringify(value)} cannot be the site's address. Write one that begins with https:// and has no ? or #.`,
    );
    return undefined;
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

function readAccent(reader: ConfigReader, theme: unknown): string | undefined {
  if (theme === undefined) return undefined;
  if (!isRecord(theme)) {
    reader.wrongType(theme, ['theme'], '{ "accent": "#1a5fb4" }');
    return undefined;
  }
  reader.onlyKeys(theme, ['theme'], PART_KEYS.theme);
  if (theme.accent === undefined) return undefined;
  const accent = reader.text(theme.accent, ['theme', 'accent'], '#1a5fb4');
  if (accent === undefined) return undefined;
  if (!ACCENT_FORM.test(accent)) {
    reader.add(
      'yokoten/config-value',
      ['theme', 'accent'],
      `色「${accent}」は読めません。「#1a5fb4」のように # と 6 けたで書いてください。`,
      `The colour "${accent}" cannot be read. Write # and six digits, like #1a5fb4.`,
    );
    return undefined;
  }
  const problem = accentProblem(accent);
  if (problem !== undefined) reader.problems.push(problem);
  return accent.toLowerCase();
}
