import type { Bbox } from '@yokoten/standard';
import { isRecord } from '../config-reader.ts';
import { fault, YokotenError } from '../fault.ts';
import type { ForeignTree } from '../foreign/foreign.ts';
import { textOf } from '../upgrade/tree.ts';
import type { FoundMap, KeptFile } from './found.ts';
import { licenceNotes } from './licence-notes.ts';
import { localized, readSources, type MapConfig } from './mapprint-sources.ts';

const FOLDER = /^assets\/config\/([^/]+)\.json$/;

/**
 * Reads one map out of a copy of mapprint: `assets/config/*.json` with its sources and the look of their categories.
 * Sources on other servers are not fetched: the new config says where they are. `undefined` where there is no such
 * config.
 *
 * @param asked id of the map, where there are several
 * @throws YokotenError `yokoten/adopt-choose-map`
 */
export async function readMapprint(
  tree: ForeignTree,
  asked: string | undefined,
): Promise<FoundMap | undefined> {
  const maps = await mapsOf(tree);
  if (maps.size === 0) return undefined;
  const config = chooseMap(maps, asked);
  const { layers, kept, notes } = await readSources(tree, config);
  const view = viewOf(config['default_hash']);
  const image = imageOf(tree, config['map_image']);
  const title = localized(config, 'map_title');
  const description = localized(config, 'map_description');
  return {
    kind: 'mapprint',
    places: [],
    ...(title && { title }),
    ...(description && { description }),
    ...(view && { view }),
    layers,
    tiles: [],
    pictures: [],
    ...(image && { image }),
    kept,
    edits: [],
    notes: [...notes, ...(await licenceNotes(tree, () => false))],
  };
}

async function mapsOf({ files }: ForeignTree): Promise<Map<string, MapConfig>> {
  const maps = new Map<string, MapConfig>();
  for (const file of files) {
    const name = FOLDER.exec(file.path)?.[1];
    if (name === undefined || file.size > 500_000) continue;
    const config = parsed(textOf({ bytes: await file.read() }));
    if (isRecord(config) && Array.isArray(config['sources']))
      maps.set(typeof config['map_id'] === 'string' ? config['map_id'] : name, config);
  }
  return maps;
}

function chooseMap(maps: ReadonlyMap<string, MapConfig>, asked: string | undefined): MapConfig {
  const [only, ...others] = [...maps.values()];
  const chosen = asked === undefined ? (others.length === 0 ? only : undefined) : maps.get(asked);
  if (chosen !== undefined) return chosen;
  const ids = [...maps.keys()].map((id) => id.slice(0, 80));
  throw new YokotenError(
    fault(
      'yokoten/adopt-choose-map',
      `地図がいくつもあります。\n「--map」で一つを選んでください: ${ids.join('、')}`,
      `There are several maps. Choose one with --map: ${ids.join(', ')}`,
    ),
  );
}

/** `north,west-south,east` in degrees. */
function viewOf(hash: unknown): Bbox | undefined {
  if (typeof hash !== 'string') return undefined;
  const corners = /^(\d+\.?\d*),(\d+\.?\d*)-(\d+\.?\d*),(\d+\.?\d*)$/.exec(hash.slice(0, 120));
  const [north = 0, west = 0, south = 0, east = 0] = (corners ?? []).slice(1).map(rounded);
  return west < east && south < north && east <= 180 && north <= 85
    ? [west, south, east, north]
    : undefined;
}

function rounded(degrees: string): number {
  return Math.round(Number(degrees) * 1e5) / 1e5;
}

function imageOf({ files }: ForeignTree, name: unknown): KeptFile | undefined {
  if (typeof name !== 'string' || !/^[\w.-]{1,80}\.(png|jpe?g|webp)$/i.test(name)) return undefined;
  const file = files.find(({ path }) => path.endsWith(`/${name}`));
  return file && { file, target: `images/${name}` };
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
