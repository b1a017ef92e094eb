import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bbox, Localized } from '@yokoten/standard';
import { municipalityByCode } from '@yokoten/standard/municipalities';
import { parse as parseYaml } from 'yaml';
import { isRecord } from '../config-reader.ts';
import { CONFIG_FILE, parseConfig } from '../config-text.ts';
import { resolveMunicipality } from '../municipality.ts';
import { readSharedConfig } from '../shared-config.ts';
import { APP_RECORD, readAppRecord, type AppRecord } from '../upgrade/app-record.ts';
import { textOf } from '../upgrade/tree.ts';

/** Who the app is for. */
export interface Owner {
  readonly code: string | undefined;
  readonly name: Localized;
  readonly prefecture: string | undefined;
  readonly bbox: Bbox;
}

/** An app as the checks see it: read once, changed by none of them. */
export interface AppView {
  readonly root: string;
  /** Every file but what is installed, built or Git's own, with `/`. */
  readonly paths: readonly string[];
  /** Texts by path: code, documents and settings; not the data. */
  readonly texts: ReadonlyMap<string, string>;
  readonly config: Readonly<Record<string, unknown>>;
  /** Line of a place in the config, from 1. */
  readonly configLine: (path: readonly (string | number)[]) => number | undefined;
  readonly owner: Owner | undefined;
  readonly record: AppRecord | undefined;
  /** `publiccode.yml`, where it is there and can be read. */
  readonly publiccode: Readonly<Record<string, unknown>> | undefined;
  readonly now: Date;
  readonly bytes: (path: string) => Promise<Uint8Array>;
}

const LARGEST_TEXT = 1_000_000;
const MOST_FILES = 20_000;
const NOT_THE_APPS = /^(node_modules|dist|\.git|vendor)$/;
const TEXT =
  /\.(md|jsonc?|ya?ml|html?|css|[cm]?[jt]sx?|svg|txt|xml|webmanifest|toml|env|properties|pem|key)$|(^|\/)(\.env[\w.]*|\.npmrc|CNAME|LICENSE|NOTICE|README|robots\.txt)$/i;
const LISTS = /^(package-lock\.json|pnpm-lock\.yaml|yarn\.lock|bun\.lock)$/;

/**
 * Reads an app.
 *
 * @throws YokotenError `yokoten/config-syntax`, `yokoten/duplicate-key`, `yokoten/app-record`
 */
export async function viewApp(root: string, now: Date): Promise<AppView> {
  const paths = (await listFiles(root, '')).toSorted();
  const texts = new Map<string, string>();
  for (const path of paths) {
    if (path.startsWith('data/') || LISTS.test(path) || !TEXT.test(path)) continue;
    const { size } = await lstat(join(root, path));
    const text =
      size > LARGEST_TEXT ? undefined : textOf({ bytes: await readFile(join(root, path)) });
    if (text !== undefined) texts.set(path, text);
  }
  const configText = texts.get(CONFIG_FILE);
  const parsed = configText === undefined ? undefined : parseConfig(configText);
  const config = parsed?.value ?? {};
  const recordText = texts.get(APP_RECORD);
  return {
    root,
    paths,
    texts,
    config,
    configLine: (path) => parsed?.place(path).line,
    owner: await ownerOf(config),
    record: recordText === undefined ? undefined : readAppRecord(recordText),
    publiccode: publiccodeOf(texts.get('publiccode.yml')),
    now,
    bytes: (path) => readFile(join(root, path)),
  };
}

/** A link may lead out of the app, so what is behind it is none of its files. */
async function listFiles(root: string, below: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(join(root, below), { withFileTypes: true })) {
    if (NOT_THE_APPS.test(entry.name) && (below === '' || entry.name !== 'dist')) continue;
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await listFiles(root, path)));
    else if (entry.isFile()) found.push(path.normalize('NFC'));
    if (found.length > MOST_FILES) return found;
  }
  return found;
}

async function ownerOf(config: Readonly<Record<string, unknown>>): Promise<Owner | undefined> {
  const { config: shared } = readSharedConfig(config);
  const resolved = await resolveMunicipality(shared.municipality);
  if ('problem' in resolved || resolved.municipality.name.ja === '') return undefined;
  const { code, name, bbox } = resolved.municipality;
  return {
    code,
    name,
    bbox,
    prefecture: code === undefined ? undefined : municipalityByCode(code)?.prefecture,
  };
}

function publiccodeOf(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = parseYaml(text, { maxAliasCount: 20 });
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Line of a place in a text, from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
