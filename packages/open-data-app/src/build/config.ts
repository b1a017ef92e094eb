import type { DatasetId } from '@yokoten/open-data';
import type { Localized } from '@yokoten/standard';
import {
  type Background,
  type ConfigProblem,
  ConfigReader,
  type Contact,
  type Credit,
  isRecord,
  readBackground,
  readContacts,
  readCredit,
  readDataset,
  SHARED_KEYS,
} from '@yokoten/standard/app';

/** The part of the config that this app reads. */
export interface AppConfig {
  readonly title?: Localized;
  readonly languages: readonly string[];
  readonly sample?: Localized;
  readonly credit?: Credit;
  readonly contacts: readonly Contact[];
  /** File under `data/` to show, where there are several. */
  readonly file?: string;
  /** The file is fetched every day: before the first time it is not there, which is no fault. */
  readonly isFetched: boolean;
  /** Which dataset the file is, where that is not told by its header. */
  readonly as?: DatasetId;
  /** What is shown as the file has it, without repairs: cells (`C12`), columns by header, or all. */
  readonly asWritten?: 'all' | readonly string[];
  readonly background?: Background;
  /** Where the site is published; ends in `/`. */
  readonly siteUrl?: string;
}

const CODES = { value: 'open-data-app/config-value', key: 'open-data-app/unknown-key' };
const OWN_KEYS = ['data', 'credit', 'sample', 'background', 'contacts'];

/** Reads the config. Where there are problems, the rest is read all the same, so that one build tells them all. */
export function readConfig(value: Readonly<Record<string, unknown>>): {
  readonly config: AppConfig;
  readonly problems: readonly ConfigProblem[];
} {
  const reader = new ConfigReader(CODES);
  reader.onlyKeys(value, [], [...OWN_KEYS, ...SHARED_KEYS]);
  const title = reader.localized(value['title'], ['title']);
  const sample = reader.localized(value['sample'], ['sample']);
  const credit = readCredit(reader, value['credit'], ['credit']);
  const data = reader.record(value['data'], ['data'], ['file', 'url', 'as', 'asWritten']);
  const url = reader.link(data['url'], ['data', 'url']);
  if (url !== undefined && data['file'] === undefined)
    reader.refuse(data, ['data'], '{ "file": "一覧.csv", "url": "https://…" }');
  const file = reader.text(data['file'], ['data', 'file'], 'data/一覧.csv');
  const as = readDataset(reader, data['as'], ['data', 'as']);
  const asWritten = readAsWritten(reader, data['asWritten']);
  const background = readBackground(reader, value['background'], ['background']);
  const siteUrl = isRecord(value['site']) ? value['site']['url'] : undefined;
  const languages = Array.isArray(value['languages']) ? (value['languages'] as unknown[]) : [];
  const spoken = languages.filter((one) => typeof one === 'string');
  const config: AppConfig = {
    ...(title && { title }),
    languages: spoken.length === 0 ? ['ja', 'en'] : spoken,
    ...(sample && { sample }),
    ...(credit && { credit }),
    contacts: readContacts(reader, value['contacts'], ['contacts']),
    ...(file !== undefined && { file }),
    isFetched: url !== undefined,
    ...(as && { as }),
    ...(asWritten && { asWritten }),
    ...(background && { background }),
    ...(typeof siteUrl === 'string' && siteUrl !== '' && { siteUrl: siteUrl.replace(/\/?$/, '/') }),
  };
  return { config, problems: reader.problems };
}

function readAsWritten(reader: ConfigReader, value: unknown): AppConfig['asWritten'] {
  if (value === undefined || value === false) return undefined;
  if (value === true) return 'all';
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const named = list.filter((one) => typeof one === 'string' && one.trim() !== '');
  if (named.length > 0 && named.length === list.length)
    return named.map((one) => String(one).trim());
  reader.refuse(value, ['data', 'asWritten'], '["C12", "電話番号"], true');
  return undefined;
}
