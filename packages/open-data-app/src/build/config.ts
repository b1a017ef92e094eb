import { datasets } from '@yokoten/standard/datasets';
import type { DatasetId } from '@yokoten/open-data';
import type { Localized } from '@yokoten/standard';
import type { Background, Contact, Credit } from '../document.ts';
import { type ConfigPath, ConfigReader, type Entry, isRecord } from './config-reader.ts';
import type { ConfigProblem } from './contract.ts';

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

/** Keys that every app has; whoever hands the config over has checked them. */
const SHARED_KEYS =
  '$schema schemaVersion app municipality title description languages site theme'.split(' ');
const OWN_KEYS = ['data', 'credit', 'sample', 'background', 'contacts'];
const CREDIT_KEYS = ['source', 'url', 'licence', 'licenceUrl', 'date', 'processed'];
const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const TILES =
  /^(https:\/\/[a-z\d.-]+(:\d+)?\/|\.\/)(?=.*\{z\})(?=.*\{x\})(?=.*\{y\})[^\s"'<>\\]+$/i;

const GSI_CREDIT: Credit = {
  source: { ja: '地理院タイル', en: 'GSI Tiles' },
  url: 'https://maps.gsi.go.jp/development/ichiran.html',
  licence: '国土地理院コンテンツ利用規約',
  licenceUrl: 'https://www.gsi.go.jp/kikakuchousei/kikakuchousei40182.html',
};
const GSI = (id: string): Background => ({
  url: `https://cyberjapandata.gsi.go.jp/xyz/${id}/{z}/{x}/{y}.png`,
  minZoom: 5,
  maxZoom: 18,
  credit: GSI_CREDIT,
});
const PALE = GSI('pale');
const NAMED: ReadonlyMap<string, Background | undefined> = new Map([
  ['gsi-pale', PALE],
  ['gsi-std', GSI('std')],
  ['none', undefined],
]);

/** Reads the config. Where there are problems, the rest is read all the same, so that one build tells them all. */
export function readConfig(value: Entry): {
  readonly config: AppConfig;
  readonly problems: readonly ConfigProblem[];
} {
  const reader = new ConfigReader();
  reader.onlyKeys(value, [], [...OWN_KEYS, ...SHARED_KEYS]);
  const title = reader.localized(value['title'], ['title']);
  const sample = reader.localized(value['sample'], ['sample']);
  const credit = readCredit(reader, value['credit'], ['credit']);
  const data = reader.record(value['data'], ['data'], ['file', 'url', 'as', 'asWritten']);
  const url = reader.link(data?.['url'], ['data', 'url']);
  if (url !== undefined && data?.['file'] === undefined)
    reader.refuse(data, ['data'], '{ "file": "一覧.csv", "url": "https://…" }');
  const file = reader.text(data?.['file'], ['data', 'file'], 'data/一覧.csv');
  const as = reader.oneOf(
    data?.['as'],
    ['data', 'as'],
    datasets.map(({ id }) => id),
  );
  const asWritten = readAsWritten(reader, data?.['asWritten']);
  const background = readBackground(reader, value['background']);
  const siteUrl = isRecord(value['site']) ? value['site']['url'] : undefined;
  const languages = Array.isArray(value['languages']) ? (value['languages'] as unknown[]) : [];
  const spoken = languages.filter((one) => typeof one === 'string');
  const config: AppConfig = {
    ...(title && { title }),
    languages: spoken.length === 0 ? ['ja', 'en'] : spoken,
    ...(sample && { sample }),
    ...(credit && { credit }),
    contacts: readContacts(reader, value['contacts']),
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
  return named.length === 0 || named.length < list.length
    ? reader.refuse(value, ['data', 'asWritten'], '["C12", "電話番号"], true')
    : named.map((one) => String(one).trim());
}

function readCredit(reader: ConfigReader, value: unknown, path: ConfigPath): Credit | undefined {
  const entry = reader.record(value, path, CREDIT_KEYS);
  if (entry === undefined) return undefined;
  const at = (key: string): ConfigPath => [...path, key];
  const source = reader.localized(entry['source'], at('source'));
  const url = reader.link(entry['url'], at('url'));
  const licence =
    entry['licence'] === null ? null : reader.text(entry['licence'], at('licence'), 'CC-BY-4.0');
  const licenceUrl = reader.link(entry['licenceUrl'], at('licenceUrl'));
  const date = reader.text(entry['date'], at('date'), '2026-11-22', DATE);
  const processed = reader.localized(entry['processed'], at('processed'));
  if (source === undefined) {
    return entry['source'] === undefined
      ? reader.refuse(value, path, '{ "source": { "ja": "○○市" } }')
      : undefined;
  }
  return {
    source,
    ...(url && { url }),
    licence: licence ?? null,
    ...(licenceUrl && { licenceUrl }),
    ...(date && { date }),
    ...(processed && { processed }),
  };
}

function readBackground(reader: ConfigReader, value: unknown): Background | undefined {
  const path = ['background'];
  if (value === undefined) return PALE;
  if (!isRecord(value)) {
    const name = reader.oneOf(value, path, [...NAMED.keys()]);
    return name === undefined ? undefined : NAMED.get(name);
  }
  reader.onlyKeys(value, path, ['url', 'minZoom', 'maxZoom', 'credit']);
  const example = 'https://tile.example.jp/{z}/{x}/{y}.png';
  const url = reader.text(value['url'], [...path, 'url'], example, TILES);
  const credit = readCredit(reader, value['credit'], [...path, 'credit']);
  const zoom = (key: string, usual: number): number => {
    const given = value[key] ?? usual;
    if (typeof given === 'number' && Number.isInteger(given) && given >= 0 && given <= 22)
      return given;
    return reader.refuse(given, [...path, key], '0–22') ?? usual;
  };
  const [minZoom, maxZoom] = [zoom('minZoom', 0), zoom('maxZoom', 18)];
  if (value['url'] === undefined || value['credit'] === undefined)
    return reader.refuse(value, path, '{ "url": …, "credit": … }');
  return url === undefined || credit === undefined ? undefined : { url, minZoom, maxZoom, credit };
}

function readContacts(reader: ConfigReader, value: unknown): readonly Contact[] {
  const example = '[{ "label": "…", "value": "042-000-0000", "url": "tel:0420000000" }]';
  if (value === undefined) return [];
  if (!Array.isArray(value)) return reader.refuse(value, ['contacts'], example) ?? [];
  return (value as readonly unknown[]).flatMap((item, index) => {
    const path = ['contacts', index];
    const entry = reader.record(item, path, ['label', 'value', 'url']);
    const label = reader.localized(entry?.['label'], [...path, 'label']);
    const text = reader.text(entry?.['value'], [...path, 'value'], '042-000-0000');
    const url = reader.link(entry?.['url'], [...path, 'url'], /^(https:\/\/|tel:|mailto:)/i);
    if (label !== undefined && text !== undefined)
      return [{ label, value: text, ...(url && { url }) }];
    if (entry?.['label'] === undefined || entry['value'] === undefined)
      reader.refuse(item, path, example);
    return [];
  });
}
