import { withCsvCells } from './csv-lines.ts';
import { list, record, text } from '../catalogue/hostile-json.ts';
import { pullError } from './pull-error.ts';

/** The municipality whose part is wanted. */
export interface Place {
  /** Six digits. */
  readonly code: string;
  readonly name: string;
  readonly prefecture: string;
}

type Fields = ReadonlyMap<string, unknown>;

/**
 * The boundary of a municipality out of a file that holds it, alone or among others, as 国土数値情報 N03 names them:
 * by code (`N03_007`), a designated city as its wards; without codes by name.
 * @throws PullError `open-data/no-boundary`, `open-data/unexpected-answer`
 */
export function makeBoundary(bytes: Uint8Array, url: string, place: Place): Uint8Array {
  const features = featuresOf(bytes, url).filter(isArea);
  const chosen = chooseAreas(features, place);
  if (chosen.length === 0)
    throw pullError('open-data/no-boundary', { url, value: place.prefecture + place.name });
  const lines = chosen.map((feature) => JSON.stringify(Object.fromEntries(feature)));
  return new TextEncoder().encode(
    `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`,
  );
}

function chooseAreas(
  features: readonly Fields[],
  { code, name, prefecture }: Place,
): readonly Fields[] {
  const props = (feature: Fields): Fields => record(feature.get('properties'));
  const value = (feature: Fields, key: string): string => text(props(feature).get(key)) ?? '';
  if (features.some((feature) => value(feature, 'N03_007') !== '')) {
    const own = features.filter((one) => [code, code.slice(0, 5)].includes(value(one, 'N03_007')));
    if (own.length > 0) return own;
    // Older editions name a ward's city in N03_003, newer ones in N03_004.
    return features.filter(
      (one) =>
        value(one, 'N03_001') === prefecture &&
        [value(one, 'N03_003'), value(one, 'N03_004')].includes(name),
    );
  }
  const named = features.filter((one) => [prefecture + name, name].includes(value(one, 'name')));
  const [only, another] = features;
  const nameless = only !== undefined && another === undefined && value(only, 'name') === '';
  return named.length === 0 && nameless ? [only] : named;
}

function isArea(feature: Fields): boolean {
  const geometry = record(feature.get('geometry'));
  return (
    ['Polygon', 'MultiPolygon'].includes(text(geometry.get('type')) ?? '') &&
    list(geometry.get('coordinates')).length > 0
  );
}

/**
 * The file unchanged, where it is a collection of sites. A municipality without data is answered with
 * `{"type":"unavailable"}` or no feature at all, which must not become an empty layer.
 * @throws PullError `open-data/not-published`, `open-data/unexpected-answer`
 */
export function makeSites(bytes: Uint8Array, url: string, place: Place): Uint8Array {
  const whole = record(jsonOf(bytes, url, 'FeatureCollection'));
  const none = pullError('open-data/not-published', { url, value: place.prefecture + place.name });
  if (whole.get('type') === 'unavailable') throw none;
  if (featuresOf(bytes, url).length === 0) throw none;
  return bytes;
}

/**
 * A table of the municipality's towns with a position each, from a list of objects (`town`, `koaza`, `lat`, `lng`), or
 * from the later form with `oaza_cho`, `chome`, `point`. A CSV stays as it is.
 * @throws PullError `open-data/unexpected-answer`, `open-data/not-published`
 */
export function makeTowns(bytes: Uint8Array, url: string, place: Place): Uint8Array {
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  if (start !== '' && !/^[[{]/u.test(start)) return bytes;
  const json = jsonOf(bytes, url, 'list of towns');
  const items = Array.isArray(json) ? (json as unknown[]) : list(record(json).get('data'));
  const rows = items.map((item) => townOf(record(item)));
  if (items.length > 0 && rows.every((row) => row === undefined))
    throw pullError('open-data/unexpected-answer', {
      url,
      expected: 'list of towns',
      value: 'JSON',
    });
  const known = rows.filter((row) => row !== undefined);
  if (known.length === 0)
    throw pullError('open-data/not-published', { url, value: place.prefecture + place.name });
  const header = ['全国地方公共団体コード', '都道府県名', '市区町村名', '町丁目', '緯度', '経度'];
  const { code, prefecture, name } = place;
  return withCsvCells([header, ...known.map((row) => [code, prefecture, name].concat(row))]);
}

/** `[name, latitude, longitude]`; a position that is missing stays blank. */
function townOf(one: Fields): readonly [string, string, string] | undefined {
  const parts = one.has('town')
    ? [text(one.get('town')), text(one.get('koaza'))]
    : [text(one.get('oaza_cho')), text(one.get('chome')), text(one.get('koaza'))];
  const name = parts.filter((part) => part !== undefined).join('');
  const [lng, lat] = list(one.get('point'));
  if (name === '') return undefined;
  return [name, text(one.get('lat') ?? lat) ?? '', text(one.get('lng') ?? lng) ?? ''];
}

function featuresOf(bytes: Uint8Array, url: string): readonly Fields[] {
  const whole = record(jsonOf(bytes, url, 'FeatureCollection'));
  if (whole.get('type') === 'Feature') return [whole];
  const features = whole.get('features');
  if (whole.get('type') !== 'FeatureCollection' || !Array.isArray(features)) {
    const value = text(whole.get('type')) ?? 'JSON';
    throw pullError('open-data/unexpected-answer', { url, expected: 'FeatureCollection', value });
  }
  return list(features).map(record);
}

function jsonOf(bytes: Uint8Array, url: string, expected: string): unknown {
  const content = new TextDecoder().decode(bytes);
  try {
    return JSON.parse(content);
  } catch (cause) {
    const value = content.slice(0, 40);
    throw pullError('open-data/unexpected-answer', { url, expected, value }, cause);
  }
}
