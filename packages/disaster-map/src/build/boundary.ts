import type { LngLat } from '@yokoten/standard';
import { type ConfigProblem, type DataFile, isRecord, originCredit } from '@yokoten/standard/app';
import type { Boundary, Credit } from '../document.ts';

type Geometry = Boundary['geometry'];
type Ring = readonly LngLat[];
type PolygonCoordinates = readonly Ring[];

/**
 * Reads `data/boundary.geojson`: a Polygon or MultiPolygon, alone or in features, which are taken together. What the config states
 * as its source counts before what is recorded of a fetched file.
 */
export function readBoundary(
  file: DataFile,
  written: Credit | undefined,
): { readonly boundary?: Boundary; readonly problems: readonly ConfigProblem[] } {
  const polygons = polygonsOf(parse(file.bytes));
  if (polygons === undefined || polygons.length === 0) {
    return {
      problems: [
        stop(file, 'disaster-map/not-a-boundary', {
          ja: '境界として読めません。Polygon か MultiPolygon の GeoJSON を置いてください。',
          en: 'This is no boundary. Give GeoJSON with a Polygon or MultiPolygon in degrees.',
        }),
      ],
    };
  }
  const credit = written ?? originCredit(file);
  if (credit === undefined) {
    return {
      problems: [
        stop(file, 'disaster-map/credit-missing', {
          ja: '境界の出典がありません。設定に「boundary.credit」を書いてください。',
          en: 'The boundary has no source. Write "boundary.credit" into the config.',
        }),
      ],
    };
  }
  const [only] = polygons;
  const geometry: Geometry =
    only !== undefined && polygons.length === 1
      ? { type: 'Polygon', coordinates: only }
      : { type: 'MultiPolygon', coordinates: polygons };
  return { boundary: { geometry, credit }, problems: [] };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // Neither UTF-8 nor JSON is no boundary either; one message covers all.
    return undefined;
  }
}

/** `undefined` where anything is not an area. */
function polygonsOf(value: unknown): PolygonCoordinates[] | undefined {
  if (!isRecord(value)) return undefined;
  switch (value['type']) {
    case 'FeatureCollection':
      return all(value['features'], polygonsOf)?.flat();
    case 'Feature':
      return polygonsOf(value['geometry']);
    case 'MultiPolygon':
      return all(value['coordinates'], polygon);
    case 'Polygon': {
      const one = polygon(value['coordinates']);
      return one && [one];
    }
    default:
      return undefined;
  }
}

function polygon(value: unknown): PolygonCoordinates | undefined {
  const rings = all(value, (ring) => all(ring, position));
  return rings?.length !== 0 && rings?.every((ring) => ring.length >= 4) ? rings : undefined;
}

/** Six decimals are a decimetre. */
function position(value: unknown): LngLat | undefined {
  if (!Array.isArray(value)) return undefined;
  const [lng, lat] = value as unknown[];
  if (typeof lng !== 'number' || typeof lat !== 'number') return undefined;
  if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) return undefined;
  return [rounded(lng), rounded(lat)];
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

function all<T>(value: unknown, read: (item: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const items: T[] = [];
  for (const item of value as unknown[]) {
    const one = read(item);
    if (one === undefined) return undefined;
    items.push(one);
  }
  return items;
}

function stop(
  { path: file }: DataFile,
  code: `disaster-map/${string}`,
  { ja, en }: { readonly ja: string; readonly en: string },
): ConfigProblem {
  return { code, path: [], file, message: { ja: `${file}: ${ja}`, en: `${file}: ${en}` } };
}
