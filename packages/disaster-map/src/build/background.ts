import type { Background } from '../document.ts';
import type { ConfigReader } from './config-reader.ts';
import { readCredit } from './credit.ts';

const GSI_CREDIT: Background['credit'] = {
  source: { ja: '地理院タイル', en: 'GSI Tiles' },
  url: 'https://maps.gsi.go.jp/development/ichiran.html',
  licence: '国土地理院コンテンツ利用規約',
  licenceUrl: 'https://www.gsi.go.jp/kikakuchousei/kikakuchousei40182.html',
};

/** Backgrounds that have a name. The zooms are those of the list of GSI Tiles. */
const NAMED: Readonly<Record<string, Background>> = {
  'gsi-pale': {
    url: 'https://cyberjapandata.gsi.go.jp/xyz/pale/{z}/{x}/{y}.png',
    minZoom: 5,
    maxZoom: 18,
    credit: GSI_CREDIT,
  },
  'gsi-std': {
    url: 'https://cyberjapandata.gsi.go.jp/xyz/std/{z}/{x}/{y}.png',
    minZoom: 5,
    maxZoom: 18,
    credit: GSI_CREDIT,
  },
};
const NAMES = [...Object.keys(NAMED), 'none'];
/** Tiles of another host, or ones that are published beside the page. */
export const TILE_URL: RegExp =
  /^(https:\/\/[a-z\d.-]+(:\d+)?\/|\.\/)(?=.*\{z\})(?=.*\{x\})(?=.*\{y\})[^\s"'<>\\]+$/i;

/** Reads `background`: a name, or an address with zooms and credit. Left out, it is the pale map of GSI. */
export function readBackground(reader: ConfigReader, value: unknown): Background | undefined {
  if (value === undefined) return NAMED['gsi-pale'];
  if (typeof value !== 'object' || value === null) {
    const name = reader.oneOf(value, ['background'], NAMES);
    return name === undefined ? undefined : NAMED[name];
  }
  const path = ['background'];
  const keys = ['url', 'minZoom', 'maxZoom', 'credit'];
  const entry = reader.record(value, path, keys);
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

/** Where the page loads the tiles from, for its content security policy; none for tiles beside the page. */
export function backgroundOrigins(background: Background | undefined): string[] {
  return background?.url.startsWith('https://') ? [new URL(background.url).origin] : [];
}
