import type { FoundCredit, FoundTile } from './found.ts';

/** What the config's `hazardLayers` says of an older map's rasters, and which of them is on the map at first. */
export interface AdoptedTiles {
  readonly hazardLayers: readonly unknown[];
  readonly shown?: string;
}

const PORTAL = 'https://disaportaldata.gsi.go.jp/raster/';

/** Of the national portal: folder of the tiles, name in the template's config, id in our catalogue where it has one. */
const KNOWN: readonly (readonly [folder: string, name: string, id: string | undefined])[] = [
  ['01_flood_l2_shinsuishin_data', '洪水浸水想定区域（想定最大規模）', 'flood-l2'],
  ['01_flood_l1_shinsuishin_newlegend_data', '洪水浸水想定区域（計画規模）', 'flood-l1'],
  ['01_flood_l2_keizoku_data', '浸水継続時間（想定最大規模）', 'flood-duration'],
  ['01_flood_l2_kaokutoukai_hanran_data', '家屋倒壊等氾濫想定区域（氾濫流）', 'collapse-flow'],
  ['01_flood_l2_kaokutoukai_kagan_data', '家屋倒壊等氾濫想定区域（河岸侵食）', 'collapse-erosion'],
  ['02_naisui_data', '内水（雨水出水）浸水想定区域', 'inland-flood'],
  ['03_hightide_l2_shinsuishin_data', '高潮浸水想定区域', 'storm-surge'],
  ['04_tsunami_newlegend_data', '津波浸水想定', 'tsunami'],
  ['05_dosekiryukeikaikuiki', '土砂災害警戒区域（土石流）', 'debris-flow'],
  ['05_kyukeishakeikaikuiki', '土砂災害警戒区域（急傾斜地の崩壊）', 'steep-slope'],
  ['05_jisuberikeikaikuiki', '土砂災害警戒区域（地すべり）', 'landslip'],
  ['05_dosekiryukikenkeiryu', '土石流危険渓流', undefined],
  ['05_kyukeisyachihoukai', '急傾斜地崩壊危険箇所', undefined],
  ['05_jisuberikikenkasyo', '地すべり危険箇所', undefined],
  ['05_nadarekikenkasyo', '雪崩危険箇所', 'avalanche'],
];

/** Whom the template names for every raster of the national portal. */
export const PORTAL_CREDIT = 'ハザードマップポータルサイト';

const TILE_URL = /^https:\/\/[a-z\d.-]+(:\d+)?\/(?=.*\{z\})(?=.*\{x\})(?=.*\{y\})[^\s"'<>\\]+$/i;

/** Whether a page could load tiles from here. */
export function isTileUrl(url: string): boolean {
  return TILE_URL.test(url);
}

/**
 * Rasters as the config writes them. A raster of the national portal under its usual name and credit is an id of the
 * catalogue, which knows its colours; any other keeps its name, address and credit, and what its colours mean where
 * the address is known.
 */
export function adoptTiles(tiles: readonly FoundTile[]): AdoptedTiles {
  const ids = new Map<FoundTile, string>();
  const hazardLayers: unknown[] = [];
  for (const tile of tiles) {
    const known = KNOWN.find(([folder]) => tile.url.startsWith(`${PORTAL}${folder}/{z}/{x}/{y}.`));
    const isUsual = known?.[1] === tile.name && isPortal(tile.credit);
    const taken = [...ids.values()];
    if (isUsual && known?.[2] !== undefined && !taken.includes(known[2])) {
      ids.set(tile, known[2]);
      hazardLayers.push(known[2]);
      continue;
    }
    const id = freeId(known?.[2] ?? 'raster', taken);
    ids.set(tile, id);
    hazardLayers.push({
      id,
      ...(known?.[2] === undefined
        ? known !== undefined && isLandslide(known[0]) && { hazard: 'landslide' }
        : { like: known[2] }),
      url: tile.url,
      title: tile.name,
      credit: tileCredit(tile.credit, tile.name),
    });
  }
  const first = tiles.find(({ isShown }) => isShown);
  const shown = first && ids.get(first);
  return { hazardLayers, ...(shown !== undefined && { shown }) };
}

/** A raster as a person would know it again, for counting: address, name and credit. */
export function tileKeys(hazardLayers: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(hazardLayers) ? hazardLayers : [];
  return list.flatMap((one) => {
    if (typeof one === 'string') {
      const [folder, name] = KNOWN.find(([, , id]) => id === one) ?? [];
      return folder === undefined ? [one] : [`${PORTAL}${folder}/{z}/{x}/{y}.png ${name}`];
    }
    const { url, title } = one as { readonly url?: unknown; readonly title?: unknown };
    return [`${String(url)} ${String(title)}`];
  });
}

function isPortal(credit: FoundCredit | undefined): boolean {
  return credit?.text === PORTAL_CREDIT;
}

function isLandslide(folder: string): boolean {
  return folder.startsWith('05_');
}

function freeId(wanted: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const id = `${wanted}-${number}`;
    if (!taken.includes(id)) return id;
  }
}

function tileCredit(credit: FoundCredit | undefined, name: string): unknown {
  if (credit === undefined) return { source: `${name}（出典の記載なし）`, licence: null };
  const { text, url } = credit;
  return { source: text, ...(url !== undefined && { url }), licence: null };
}
