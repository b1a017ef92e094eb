import type { Bbox, Localized } from '@yokoten/standard';
import { isRecord } from '../config-reader.ts';
import { fault, YokotenError } from '../fault.ts';
import type { ForeignFile, ForeignTree } from '../foreign/foreign.ts';
import { textOf } from '../upgrade/tree.ts';
import { DataTargets } from './data-target.ts';
import { note, type FoundLayer, type FoundMap, type KeptFile, type Note } from './found.ts';
import { tallyOf } from './layer-tally.ts';
import { licenceNotes } from './licence-notes.ts';
import { mapprintParts } from './mapprint-parts.ts';

type MapConfig = Readonly<Record<string, unknown>>;

const FOLDER = /^assets\/config\/([^/]+)\.json$/;

/** The property by which mapprint sorts the features of GeoJSON. */
const CATEGORY = 'category';

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
  const notes: Note[] = [];
  const layers = await readSources(tree, config, notes);
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
    kept: [],
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

async function readSources(
  tree: ForeignTree,
  config: MapConfig,
  notes: Note[],
): Promise<FoundLayer[]> {
  const targets = new DataTargets();
  const layers: FoundLayer[] = [];
  const sources: readonly unknown[] = Array.isArray(config['sources']) ? config['sources'] : [];
  for (const source of sources.filter(isRecord)) {
    const title = localized(source, 'title') ?? {
      ja: typeof source['id'] === 'string' ? source['id'] : 'データ',
    };
    const type = String(source['type']).toLowerCase() === 'geojson' ? 'geojson' : 'kml';
    const url = String(source['url']);
    if (source['updated_search_key'] !== undefined) notes.push(dateLeftOut(title.ja));
    const look = {
      title,
      ...(source['show'] === false && { visible: false }),
      ...(type === 'geojson' && { split: CATEGORY }),
    };
    const local = localFile(tree, url);
    if (local !== undefined) {
      const tally = await tallyOf(await local.read(), local.path);
      if (tally === undefined || tally.placed === 0) {
        notes.push(unreadable(local.path));
        continue;
      }
      const names = tally.tables.flatMap(({ part, header, rows }) => {
        const at = header.indexOf(CATEGORY);
        return type === 'kml'
          ? (part ?? [])
          : at === -1
            ? []
            : rows.map(({ cells }) => cells[at] ?? '');
      });
      const hasCategory =
        type === 'kml' || tally.tables.some(({ header }) => header.includes(CATEGORY));
      const parts = mapprintParts(config['layer_settings'], new Set(names));
      const { split, ...plain } = look;
      const settings = {
        ...plain,
        ...(hasCategory && split !== undefined && { split }),
        ...(parts && { parts }),
      };
      layers.push({ file: local, target: targets.add(`${fileName(title.ja)}.${type}`), settings });
      continue;
    }
    const address = remoteAddress(url);
    if (address === undefined) {
      notes.push(unreadable(url.slice(0, 200)));
      continue;
    }
    const parts = mapprintParts(config['layer_settings'], undefined);
    layers.push({
      target: targets.add(`${fileName(title.ja)}.${type}`),
      settings: { url: address, ...look, ...(parts && { parts }) },
    });
    notes.push(remote(title.ja, address));
  }
  return layers;
}

function localFile({ files }: ForeignTree, url: string): ForeignFile | undefined {
  if (/^(?:[a-z]+:)?\/\//i.test(url)) return undefined;
  const path = url.replace(/^[./~@]*\//, '').replace(/[?#].*$/s, '');
  return ['static/', 'public/', 'assets/', '']
    .map((folder) => files.find((file) => file.path === folder + path))
    .find((file) => file !== undefined);
}

function remoteAddress(url: string): string | undefined {
  const address = url.replace(/^\/\//, 'https://').replace(/^http:\/\//i, 'https://');
  return /^https:\/\//i.test(address) && URL.canParse(address) ? address : undefined;
}

/** A title as the name of a file, on every system. */
function fileName(title: string): string {
  const name = title
    .normalize('NFC')
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u001f\u007f\\/:*?"<>|]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[. ]+|[. ]+$/g, '')
    .slice(0, 60);
  return name === '' ? 'データ' : name;
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

function localized(config: MapConfig, key: string): Localized | undefined {
  const [ja, en] = [config[key], config[`${key}_en`]].map((text) =>
    typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined,
  );
  if (ja === undefined) return undefined;
  return { ja, ...(en !== undefined && { en }) };
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function remote(title: string, url: string): Note {
  return note(
    'remote',
    `「${title}」は別のサーバーにあります。アプリのフォルダーで「npx yokoten data pull」を実行すると取得します: ${url}`,
    `"${title}" is on another server. It is fetched by running npx yokoten data pull in the app's folder: ${url}`,
  );
}

function unreadable(file: string): Note {
  return note(
    'unreadable',
    'この取得先のデータは読めません。移していません。',
    'The data of this source cannot be read. It was not taken over.',
    file,
  );
}

function dateLeftOut(title: string): Note {
  return note(
    'setting-left-out',
    `「${title}」の更新日を説明文から読む指定は、移していません。取得した日時は記録されます。`,
    `How to read the date of "${title}" from its description was not taken over. When it is fetched is recorded.`,
  );
}
