import type { Decoded } from '../../encoding.ts';
import { isRecord, type Json } from '../../internal/json.ts';
import { startLines } from '../../internal/json-lines.ts';
import { type Context, inside, type Outcome } from '../context.ts';
import { contextOf, entityFeature, isEntity } from './entity.ts';
import { recordTable } from './table.ts';

/**
 * Reads NGSI v2 and NGSI-LD entities (keyValues and normalized), uMap files and lines of JSON records; `undefined`
 * for any other JSON.
 */
export function readEntities(decoded: Decoded, context: Context): Outcome | undefined {
  const text = decoded.decode(decoded.bytes);
  const value = parsed(text);
  if (value === undefined) return readLines(text, decoded, context);
  if (isRecord(value) && value['type'] === 'umap' && Array.isArray(value['layers'])) {
    return readUmap(value['layers'], text, decoded, context);
  }
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (list.length === 0 || !list.every((one) => isRecord(one))) return undefined;
  // One lone object is no table unless it is an entity; of many, each has to look like one.
  if (!list.every(isEntity)) return undefined;
  return readNgsi(list, Array.isArray(value) ? startLines(text, '') : [1], decoded, context);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** One table an entity type, in the order in which the types come. */
function readNgsi(
  entities: readonly Json[],
  lines: readonly number[],
  decoded: Decoded,
  context: Context,
): Outcome {
  const types = new Map<string, { entities: Json[]; lines: number[] }>();
  for (const [index, entity] of entities.entries()) {
    const type = String(entity['type']);
    const of = types.get(type) ?? { entities: [], lines: [] };
    types.set(type, of);
    of.entities.push(entity);
    of.lines.push(lines[index] ?? 1);
  }
  const tables = Array.from(types, ([type, of]) => {
    const part = types.size === 1 ? context : inside(context, type);
    const features = of.entities.map(entityFeature);
    const geo = features.some(({ geometry }) => geometry !== undefined);
    const entries = features.map(
      ({ geometry, properties }) =>
        [geo ? { geometry: geometry ?? null, properties } : properties] as const,
    );
    const contexts = contextOf(of.entities);
    const facts = contexts.length === 0 ? [] : [['@context', ...contexts]];
    const table = { kind: 'ngsi', records: { geo, entries }, lines: of.lines, facts } as const;
    return recordTable(table, decoded, part);
  });
  return { tables, findings: [] };
}

/** A uMap project: its layers are FeatureCollections with a name among their options. */
function readUmap(
  layers: readonly unknown[],
  text: string,
  decoded: Decoded,
  context: Context,
): Outcome {
  const lines = startLines(text, 'features');
  let at = 0;
  const tables = layers.flatMap((layer, index) => {
    const features = isRecord(layer) && Array.isArray(layer['features']) ? layer['features'] : [];
    const entries = features.filter(isRecord).map((feature) => [feature] as const);
    const own = lines.slice(at, (at += entries.length));
    if (entries.length === 0) return [];
    const part = layers.length === 1 ? context : inside(context, layerName(layer, index));
    const records = { geo: true, entries };
    return [recordTable({ kind: 'umap', records, lines: own }, decoded, part)];
  });
  return { tables, findings: [] };
}

function layerName(layer: unknown, index: number): string {
  const options = isRecord(layer) ? (layer['_umap_options'] ?? layer['_storage']) : undefined;
  const name = isRecord(options) ? options['name'] : undefined;
  return typeof name === 'string' && name !== '' ? name : String(index + 1);
}

/** NDJSON: one record a line. Where a line is none, the file is broken JSON and said to be. */
function readLines(text: string, decoded: Decoded, context: Context): Outcome | undefined {
  const entries: (readonly [Json])[] = [];
  const lines: number[] = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/u).entries()) {
    if (line.trim() === '') continue;
    const record = parsed(line);
    if (!isRecord(record)) return undefined;
    entries.push([record]);
    lines.push(index + 1);
  }
  if (entries.length < 2) return undefined;
  const geo = entries.every(([{ type }]) => type === 'Feature');
  return {
    tables: [recordTable({ records: { geo, entries }, lines }, decoded, context)],
    findings: [],
  };
}
