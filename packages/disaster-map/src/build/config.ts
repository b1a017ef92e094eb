import type { Bbox, Localized } from '@yokoten/standard';
import {
  type ConfigProblem,
  ConfigReader,
  readContacts,
  readCredit,
  SHARED_KEYS,
} from '@yokoten/standard/app';
import {
  HAZARDS,
  type Contact,
  type Credit,
  type HazardId,
  type HazardLayer,
  type Picture,
  type StateFeed,
} from '../document.ts';
import { readGround, type MapGround } from './background.ts';
import { readHazardLayers, readShownRaster } from './hazard-layers.ts';
import { readLayer, type LayerConfig } from './layer-config.ts';
import { readPictures } from './pictures.ts';
import { readStateFeed } from './state-feed.ts';

/** The part of the config that a disaster map reads. */
export interface AppConfig {
  readonly title?: Localized;
  readonly languages: readonly string[];
  readonly layers: readonly LayerConfig[];
  /** For layers that have none of their own. */
  readonly credit?: Credit;
  readonly sample?: Localized;
  readonly view?: Bbox;
  readonly ground: MapGround;
  readonly boundaryCredit?: Credit;
  readonly addressCredit?: Credit;
  /** The hazards to choose from; default: those the data says something about. */
  readonly hazards?: readonly HazardId[];
  readonly hazardLayers: readonly HazardLayer[];
  readonly shownHazardLayer?: string;
  readonly pictures: readonly Picture[];
  readonly filters: readonly string[];
  /** Origins that photos may come from. */
  readonly photoHosts: readonly string[];
  readonly state?: StateFeed;
  readonly contacts: readonly Contact[];
}

const CODES = { value: 'disaster-map/config-value', key: 'disaster-map/unknown-key' };
const OWN_KEYS = [
  'layers',
  'credit',
  'sample',
  'view',
  'background',
  'renderer',
  'boundary',
  'address',
  'hazards',
  'hazardLayers',
  'shownHazardLayer',
  'pictures',
  'filters',
  'photoHosts',
  'state',
  'contacts',
];

/** A host alone: what stands behind it is not looked at by a content security policy. */
const ORIGIN = /^https:\/\/[a-z\d-]+(\.[a-z\d-]+)+(:\d{1,5})?\/?$/i;

/** Reads the config. Where there are problems, the rest is read all the same, so that one build tells them all. */
export function readConfig(value: Readonly<Record<string, unknown>>): {
  readonly config: AppConfig;
  readonly problems: readonly ConfigProblem[];
} {
  const reader = new ConfigReader(CODES);
  reader.onlyKeys(value, [], [...OWN_KEYS, ...SHARED_KEYS]);
  const title = reader.localized(value['title'], ['title']);
  const credit = readCredit(reader, value['credit'], ['credit']);
  const sample = reader.localized(value['sample'], ['sample']);
  const view = reader.bbox(value['view'], ['view']);
  const ground = readGround(reader, value['background'], value['renderer']);
  const boundary = reader.record(value['boundary'], ['boundary'], ['credit']);
  const address = reader.record(value['address'], ['address'], ['credit']);
  const addressCredit = readCredit(reader, address['credit'], ['address', 'credit']);
  const boundaryCredit = readCredit(reader, boundary['credit'], ['boundary', 'credit']);
  const hazards = readHazards(reader, value['hazards']);
  const hazardLayers = readHazardLayers(reader, value['hazardLayers']);
  const shownHazardLayer = readShownRaster(reader, value['shownHazardLayer'], hazardLayers);
  const state = readStateFeed(reader, value['state']);
  const config: AppConfig = {
    ...(title && { title }),
    languages: readLanguages(reader, value['languages']),
    layers: reader
      .list(value['layers'], ['layers'], '[{ "name": "避難所" }]')
      .flatMap((layer, index) => readLayer(reader, layer, ['layers', index])),
    ...(credit && { credit }),
    ...(sample && { sample }),
    ...(view && { view }),
    ground,
    ...(boundaryCredit && { boundaryCredit }),
    ...(addressCredit && { addressCredit }),
    ...(hazards && { hazards }),
    hazardLayers,
    ...(shownHazardLayer && { shownHazardLayer }),
    pictures: readPictures(reader, value['pictures']),
    filters: readFilters(reader, value['filters']),
    photoHosts: readPhotoHosts(reader, value['photoHosts']),
    ...(state && { state }),
    contacts: readContacts(reader, value['contacts'], ['contacts']),
  };
  return { config, problems: reader.problems };
}

function readLanguages(reader: ConfigReader, value: unknown): readonly string[] {
  const example = '["ja", "en"]';
  const languages = reader.list(value, ['languages'], example).flatMap((language, index) => {
    if (typeof language === 'string' && isLanguageTag(language)) return [language];
    reader.refuse(language, ['languages', index], example);
    return [];
  });
  return languages.length === 0 ? ['ja', 'en'] : languages;
}

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    // A RangeError is how Intl says no.
    return false;
  }
}

function readHazards(reader: ConfigReader, value: unknown): readonly HazardId[] | undefined {
  if (value === undefined) return undefined;
  const hazards = reader
    .list(value, ['hazards'], '["flood", "earthquake"]')
    .map((hazard, index) => reader.oneOf(hazard, ['hazards', index], HAZARDS));
  return [...new Set(hazards.filter((hazard) => hazard !== undefined))];
}

function readFilters(reader: ConfigReader, value: unknown): readonly string[] {
  const headers = reader
    .list(value, ['filters'], '["種別"]')
    .map((header, index) => reader.text(header, ['filters', index], '種別'));
  return [...new Set(headers.filter((header) => header !== undefined))];
}

function readPhotoHosts(reader: ConfigReader, value: unknown): readonly string[] {
  const example = 'https://www.example.jp';
  const origins = reader
    .list(value, ['photoHosts'], `["${example}"]`)
    .map((host, index) => reader.formed(host, ['photoHosts', index], ORIGIN, example));
  return [...new Set(origins.flatMap((origin) => origin?.toLowerCase().replace(/\/$/, '') ?? []))];
}
