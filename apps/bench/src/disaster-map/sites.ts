import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { municipalities } from '@yokoten/standard/municipalities';
import { Random } from '../open-data/random.ts';

/** One emergency evacuation site. */
export interface Site {
  readonly lng: number;
  readonly lat: number;
  readonly name: string;
  readonly address: string;
  /** `1` where it is designated, else empty; in the order of the eight columns 災害種別_洪水 … 災害種別_火山現象. */
  readonly flags: readonly string[];
}

/** As many as the country has. */
const COUNT = 115_402;

const archive = fileURLToPath(
  new URL(
    '../../../../../shared/data/shelters/gsi/gsi-emergency-all-japan.tar.gz',
    import.meta.url,
  ),
);

/** The country's emergency sites; where that data is not beside the repository, as many of the same shape are made up. */
export function countrySites(): readonly Site[] {
  if (existsSync(archive)) return realSites();
  console.error('The national set is not at ../shared/data: sites of the same shape are made up.');
  return madeUpSites();
}

interface Feature {
  readonly geometry: { readonly coordinates: readonly [number, number] };
  readonly properties: Readonly<Record<string, string>>;
}

const FLAGS = [
  '洪水',
  '崖崩れ、土石流及び地滑り',
  '高潮',
  '地震',
  '津波',
  '大規模な火事',
  '内水氾濫',
  '火山現象',
] as const;

function realSites(): Site[] {
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-country-'));
  try {
    execFileSync('tar', ['-xzf', archive, '-C', folder]);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .toSorted();
    const sites = files.flatMap((name) => {
      const { features = [] } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
        features?: readonly Feature[];
      };
      return features.map(siteOf);
    });
    if (sites.length !== COUNT) throw new Error(`The national set has ${sites.length} sites.`);
    return sites;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function siteOf({ geometry: { coordinates }, properties }: Feature): Site {
  const [lng, lat] = coordinates;
  return {
    lng,
    lat,
    name: properties['施設・場所名'] ?? '',
    address: properties['住所'] ?? '',
    flags: FLAGS.map((flag) => properties[flag] ?? ''),
  };
}

const FIRST = ['中央', '第一', '東', '緑ヶ丘', '本町', '上野', '若葉', '川原', '北', '桜'] as const;
const SECOND = ['小学校', '中学校', '公園', '公民館', '体育館', '集会所', '高等学校'] as const;

/** Around the middles of the country's municipalities, one town after the other, as the real set stands. */
function madeUpSites(): Site[] {
  const random = new Random(4);
  const towns = municipalities().flatMap(({ name, bbox }) => (bbox ? [{ name, bbox }] : []));
  return Array.from({ length: COUNT }, (_, index): Site => {
    const town = towns[Math.floor((index * towns.length) / COUNT)];
    if (town === undefined) throw new Error('There are no municipalities.');
    const [west, south, east, north] = town.bbox;
    const between = (from: number, to: number): number =>
      Math.round((from + ((to - from) * random.below(1e6)) / 1e6) * 1e6) / 1e6;
    return {
      lng: between(west, east),
      lat: between(south, north),
      name: `${random.of(FIRST)}${random.of(SECOND)}${random.below(40) || ''}`,
      address: `${town.name}${random.of(FIRST)}${random.below(3000)}-${random.below(30)}`,
      flags: FLAGS.map(() => (random.below(2) === 0 ? '1' : '')),
    };
  });
}
