import { isRecord } from '../config-reader.ts';
import { CONFIG_FILE, parseConfig } from '../config-text.ts';
import { fault, YokotenError } from '../fault.ts';
import { readFolder, readText } from '../project-files.ts';
import { sha256 } from '../upgrade/tree.ts';
import { tallyOf } from './layer-tally.ts';
import type { FoundMap } from './found.ts';
import { PORTAL_CREDIT, tileKeys } from './tiles.ts';

/** One layer, counted: `columns` and `rows` are those of all its parts. */
interface LayerCount {
  readonly name: string;
  readonly parts: number;
  readonly columns: number;
  readonly rows: number;
  /** Rows with a position. */
  readonly placed: number;
  /** Of the file; absent where it is to be fetched. */
  readonly sha256?: string;
}

/** What a map holds, in a form that can be compared. */
export interface Counts {
  readonly layers: readonly LayerCount[];
  /** Of each picture. */
  readonly pictures: readonly string[];
  /** Address and name of each raster, in order. */
  readonly tiles: readonly string[];
  /** Every credit, with what it is of. */
  readonly credits: readonly string[];
}

/** The same as plain numbers, as a report has them. */
export interface Totals {
  readonly layers: number;
  readonly columns: number;
  readonly rows: number;
  readonly placed: number;
  readonly pictures: number;
  readonly tiles: number;
  readonly credits: number;
}

/** Counts an older map as it was found. */
export async function countFound({
  layers,
  pictures,
  tiles,
  boundary,
  background,
}: FoundMap): Promise<Counts> {
  const counted: LayerCount[] = [];
  for (const { file, target } of layers) counted.push(await countLayer(target, await file?.read()));
  const shas: string[] = [];
  for (const { file } of pictures) shas.push(sha256(await file.read()));
  return {
    layers: counted.toSorted(byName),
    pictures: shas,
    tiles: tiles.map(({ url, name }) => `${url} ${name}`),
    credits: [
      ...tiles.flatMap(({ name, credit }) =>
        credit === undefined ? [] : [`${name}: ${credit.text}`],
      ),
      ...(boundary === undefined ? [] : [`boundary: ${boundary.credit.text}`]),
      ...backgroundCredit(background),
    ],
  };
}

/**
 * Counts an app on the disk, from its own config and files, as if nothing were known of where it came from.
 *
 * @throws YokotenError `yokoten/config-syntax` and whatever else is wrong with its config
 */
export async function countApp(root: string): Promise<Counts> {
  const { value } = parseConfig((await readText(root, CONFIG_FILE)) ?? '');
  const data = await readFolder(root, 'data');
  const images = new Map(
    (await readFolder(root, 'images')).map(({ path, bytes }) => [path, bytes]),
  );
  const layers: LayerCount[] = [];
  for (const { path, bytes } of data)
    if (path !== 'data/boundary.geojson')
      layers.push(await countLayer(path.slice('data/'.length), bytes));
  for (const entry of records(value['layers'])) {
    const { name, url } = entry;
    if (url !== undefined && !layers.some((layer) => layer.name === name))
      layers.push(await countLayer(String(name), undefined));
  }
  const hazards: readonly unknown[] = Array.isArray(value['hazardLayers'])
    ? value['hazardLayers']
    : [];
  const boundary = isRecord(value['boundary']) ? value['boundary']['credit'] : undefined;
  return {
    layers: layers.toSorted(byName),
    pictures: records(value['pictures']).flatMap(({ file }) => {
      const bytes = images.get(String(file));
      return bytes === undefined ? [] : [sha256(bytes)];
    }),
    tiles: tileKeys(hazards),
    credits: [
      ...hazards.flatMap((one) => rasterCredit(one)),
      ...(data.some(({ path }) => path === 'data/boundary.geojson')
        ? [`boundary: ${sourceOf(boundary)}`]
        : []),
      ...backgroundCredit(value['background']),
    ],
  };
}

/** The numbers of a report. */
export function totalsOf({ layers, pictures, tiles, credits }: Counts): Totals {
  const sum = (pick: (layer: LayerCount) => number): number =>
    layers.reduce((total, layer) => total + pick(layer), 0);
  return {
    layers: layers.length,
    columns: sum(({ columns }) => columns),
    rows: sum(({ rows }) => rows),
    placed: sum(({ placed }) => placed),
    pictures: pictures.length,
    tiles: tiles.length,
    credits: credits.length,
  };
}

/**
 * Stops where the app does not hold all that was found, part by part.
 *
 * @throws YokotenError `yokoten/adopt-not-equal`
 */
export function proveEqual(before: Counts, after: Counts): void {
  for (const key of ['layers', 'pictures', 'tiles', 'credits'] as const) {
    const [was, is] = [before[key], after[key]].map((list) =>
      list.map((one) => JSON.stringify(one)),
    );
    const differs = was?.find((one, index) => one !== is?.[index]) ?? is?.[was?.length ?? 0];
    if (differs === undefined) continue;
    throw new YokotenError(
      fault(
        'yokoten/adopt-not-equal',
        `移した結果が、元と同じになりません（${key}: ${differs.slice(0, 200)}）。\n何も書いていません。この文を添えて知らせてください。`,
        `What was taken over is not the same as before (${key}: ${differs.slice(0, 200)}). Nothing was written. Please report it with this text.`,
      ),
    );
  }
}

async function countLayer(name: string, bytes: Uint8Array | undefined): Promise<LayerCount> {
  const tally = bytes && (await tallyOf(bytes, name));
  const { parts = 0, columns = 0, rows = 0, placed = 0 } = tally ?? {};
  return { name, parts, columns, rows, placed, ...(bytes && { sha256: sha256(bytes) }) };
}

function rasterCredit(one: unknown): string[] {
  if (!isRecord(one))
    return tileKeys([one]).map((key) => `${key.slice(key.indexOf(' ') + 1)}: ${PORTAL_CREDIT}`);
  const source = sourceOf(one['credit']);
  const name = String(one['title']);
  return source.endsWith('（出典の記載なし）') ? [] : [`${name}: ${source}`];
}

function backgroundCredit(background: unknown): string[] {
  if (background === undefined || typeof background === 'string') return [];
  const source = isRecord(background) ? sourceOf(background['credit']) : '';
  return [`background: ${source}`];
}

function sourceOf(credit: unknown): string {
  return isRecord(credit) ? String(credit['source']) : '';
}

function records(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? (value as readonly unknown[]).filter(isRecord) : [];
}

function byName(a: LayerCount, b: LayerCount): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
