import { type ConfigPath, type ConfigReader, isRecord } from './config-reader.ts';
import { readCredit } from './config-credit.ts';
import type { Background, Credit } from './credit.ts';

const GSI_CREDIT: Credit = {
  source: { ja: '地理院タイル', en: 'GSI Tiles' },
  url: 'https://maps.gsi.go.jp/development/ichiran.html',
  licence: '国土地理院コンテンツ利用規約',
  licenceUrl: 'https://www.gsi.go.jp/kikakuchousei/kikakuchousei40182.html',
};

function gsi(id: string): Background {
  const url = `https://cyberjapandata.gsi.go.jp/xyz/${id}/{z}/{x}/{y}.png`;
  // The zooms are those of the list of GSI Tiles.
  return { url, minZoom: 5, maxZoom: 18, credit: GSI_CREDIT };
}

const PALE = gsi('pale');
/** Backgrounds that have a name. */
const NAMED: ReadonlyMap<string, Background | undefined> = new Map([
  ['gsi-pale', PALE],
  ['gsi-std', gsi('std')],
  ['none', undefined],
]);

/** Tiles of another host, or ones that are published beside the page. */
export const TILE_URL: RegExp =
  /^(https:\/\/[a-z\d.-]+(:\d+)?\/|\.\/)(?=.*\{z\})(?=.*\{x\})(?=.*\{y\})[^\s"'<>\\]+$/i;

/** Reads a raster background: a name, or an address with zooms and credit. Left out, it is the pale map of GSI. */
export function readBackground(
  reader: ConfigReader,
  value: unknown,
  path: ConfigPath,
): Background | undefined {
  if (value === undefined) return PALE;
  if (!isRecord(value)) {
    const name = reader.oneOf(value, path, [...NAMED.keys()]);
    return name === undefined ? undefined : NAMED.get(name);
  }
  const entry = reader.record(value, path, ['url', 'minZoom', 'maxZoom', 'credit']);
  const example = 'https://tile.example.jp/{z}/{x}/{y}.png';
  const url = reader.formed(entry['url'], [...path, 'url'], TILE_URL, example);
  const minZoom = reader.integer(entry['minZoom'], [...path, 'minZoom'], 0, 22) ?? 0;
  const maxZoom = reader.integer(entry['maxZoom'], [...path, 'maxZoom'], 0, 22) ?? 18;
  const credit = readCredit(reader, entry['credit'], [...path, 'credit']);
  for (const key of ['url', 'credit']) {
    if (entry[key] === undefined) reader.refuse(value, path, `{ "${key}": … }`);
  }
  if (url === undefined || credit === undefined) return undefined;
  return { url, minZoom, maxZoom, credit };
}
