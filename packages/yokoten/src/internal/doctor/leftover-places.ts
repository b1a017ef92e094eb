import type { Bbox } from '@yokoten/standard';
import { CONFIG_FILE } from '../config-text.ts';
import { isRecord } from '../config-reader.ts';
import { found, type Check, type Finding } from './check.ts';

/** Degrees around a town's box that still belong to it: sites may stand in the next town. */
const MARGIN = 0.5;

const LARGEST_FILE = 3_000_000;

/** Coordinates in the config that lie elsewhere. */
export const leftoverCoordinates: Check = {
  code: 'yokoten/leftover-coordinates',
  title: { ja: '別の場所の座標', en: 'coordinates of another place' },
  source: 'codeforjapan/kobe-stopcovid19: the map of Kobe opened in Tokyo',
  run({ config, owner, configLine }) {
    if (owner === undefined || !isCoded(config)) return [];
    return Object.entries(config)
      .filter(([key]) => key !== 'municipality')
      .flatMap(([key, value]) => positionsIn(value, [key]))
      .filter(({ position }) => !near(position, owner.bbox))
      .map(({ at }) =>
        found(
          'problem',
          'この座標は、あなたの町から遠く離れています。町の座標（経度、緯度）に直してください。',
          'These coordinates lie far from your municipality. Write its own, longitude first.',
          { path: CONFIG_FILE, line: configLine(at) ?? 1 },
        ),
      );
  },
};

/** Data files most of whose places lie elsewhere. */
export const dataOutside: Check = {
  code: 'yokoten/data-outside',
  title: { ja: '別の町の場所が並ぶデータ', en: 'data whose places lie elsewhere' },
  source: '20 checks for municipal forks, no. 4: coordinates outside the city',
  async run(app) {
    const { owner } = app;
    const { code } = owner ?? {};
    if (owner === undefined || code === undefined) return [];
    const { examineFile } = await import('@yokoten/open-data/report');
    const results: Finding[] = [];
    for (const path of app.paths.filter((one) => /^data\/.+\.(csv|tsv|xlsx|geojson)$/i.test(one))) {
      const bytes = await app.bytes(path);
      if (bytes.byteLength > LARGEST_FILE) continue;
      // What cannot be read at all stops the build and is told there.
      const examined = await examineFile(bytes, {
        file: path,
        municipality: { code, bbox: wider(owner.bbox) },
      }).catch(() => undefined);
      const outside = examined?.inspection.problems.some(
        ({ code: problem, row }) => problem === 'open-data/outside-area' && row === undefined,
      );
      const foreign =
        examined?.inspection.rows === 1 &&
        examined.inspection.problems.some(
          ({ code: problem }) => problem === 'open-data/outside-area',
        );
      if (outside === true || foreign)
        results.push(
          found(
            'problem',
            'このファイルの場所のほとんどが、あなたの町の外です。別の町のデータではありませんか。',
            'Most places of this file lie outside of your municipality. Is it the data of another one?',
            { path },
          ),
        );
    }
    return results;
  },
};

function isCoded({ municipality }: Readonly<Record<string, unknown>>): boolean {
  return typeof municipality === 'string' || isRecord(municipality);
}

interface Placed {
  readonly position: readonly [lng: number, lat: number];
  readonly at: readonly (string | number)[];
}

/** Pairs and boxes of numbers that can only be a place in Japan. */
function positionsIn(value: unknown, at: Placed['at']): Placed[] {
  if (!Array.isArray(value)) {
    if (!isRecord(value)) return [];
    return Object.entries(value).flatMap(([key, one]) => positionsIn(one, [...at, key]));
  }
  const list: readonly unknown[] = value;
  const numbers = list.filter((one) => typeof one === 'number');
  if (numbers.length !== list.length || (numbers.length !== 2 && numbers.length !== 4))
    return list.flatMap((one, i) => positionsIn(one, [...at, i]));
  const pairs = numbers.length === 2 ? [numbers] : [numbers.slice(0, 2), numbers.slice(2)];
  return pairs.flatMap(([lng = 0, lat = 0]) =>
    lng > 122 && lng < 154 && lat > 20 && lat < 46 ? [{ position: [lng, lat] as const, at }] : [],
  );
}

function near([lng, lat]: Placed['position'], bbox: Bbox): boolean {
  const [west, south, east, north] = wider(bbox);
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

function wider([west, south, east, north]: Bbox): Bbox {
  return [west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN];
}
