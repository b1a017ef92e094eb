import type { DatasetId } from '@yokoten/open-data';
import type { Localized } from '@yokoten/standard';
import {
  MARK_SHAPES,
  type Credit,
  type IconId,
  type LayerKind,
  type MarkShape,
} from '../document.ts';
import { ICON_IDS } from '../icons/drawings.ts';
import {
  type ConfigPath,
  type ConfigReader,
  isRecord,
  readCredit,
  readDataset,
} from '@yokoten/standard/app';

/** What the config says about one part of a file: a sheet, a folder, or the rows of one value. */
type PartConfig = Pick<
  LayerConfig,
  'title' | 'kind' | 'icon' | 'shape' | 'color' | 'visible' | 'note'
>;

/** What the config says about one file of `data/`. */
export interface LayerConfig {
  /** Where the entry stands in the config. */
  readonly path: ConfigPath;
  /** The file's name; order prefix and extension may be left out. */
  readonly name: string;
  readonly title?: Localized;
  readonly kind?: LayerKind;
  readonly icon?: IconId;
  readonly shape?: MarkShape;
  readonly color?: string;
  readonly visible?: boolean;
  readonly group?: Localized;
  /** Where `yokoten data pull` gets the file. Until it has, there is no layer, which is no fault. */
  readonly url?: string;
  /** Header of the column whose values make a layer each. */
  readonly split?: string;
  /** By name of a part of the file. */
  readonly parts: ReadonlyMap<string, PartConfig>;
  /** Header of the column with the addresses of photos, where it is not found by itself. */
  readonly photo?: string;
  readonly note?: Localized;
  readonly credit?: Credit;
  /** What a blank hazard cell means in this file; default `unknown`. */
  readonly blank?: 'not-designated' | 'unknown';
  /** Which dataset's layout the file has, where it is not found by itself. */
  readonly as?: DatasetId;
  /** By name of a standard column: which column of the file it is, where that is not found by itself. */
  readonly columns: ReadonlyMap<string, string>;
  /** By header: `false` hides the column, `true` shows one that is hidden otherwise, a text names it. */
  readonly fields: ReadonlyMap<string, boolean | Localized>;
}

const LAYER_KEYS = [
  'name',
  'title',
  'kind',
  'icon',
  'shape',
  'color',
  'visible',
  'group',
  'url',
  'split',
  'parts',
  'photo',
  'note',
  'credit',
  'blank',
  'as',
  'columns',
  'fields',
];
const PART_KEYS = ['title', 'kind', 'icon', 'shape', 'color', 'visible', 'note'];
const KINDS: readonly LayerKind[] = ['emergency-site', 'shelter', 'facility'];

/** Reads one entry of `layers`; nothing where it names no file. */
export function readLayer(reader: ConfigReader, value: unknown, path: ConfigPath): LayerConfig[] {
  const entry = reader.record(value, path, LAYER_KEYS);
  const at = (key: string): ConfigPath => [...path, key];
  const name = reader.text(entry['name'], at('name'), '避難所');
  if (entry['name'] === undefined) reader.refuse(value, path, '{ "name": "避難所" }');
  const look = readPart(reader, entry, path);
  const group = reader.localized(entry['group'], at('group'));
  const url = reader.link(entry['url'], at('url'));
  if (url !== undefined && name !== undefined && !/\.[a-z]{2,8}$/i.test(name))
    reader.refuse(name, at('name'), '"避難所.kml"');
  const split = reader.text(entry['split'], at('split'), '種別');
  const parts = readParts(reader, entry['parts'], at('parts'));
  const photo = reader.text(entry['photo'], at('photo'), '画像');
  const credit = readCredit(reader, entry['credit'], at('credit'));
  const blank = reader.oneOf(entry['blank'], at('blank'), ['not-designated', 'unknown']);
  const as = readDataset(reader, entry['as'], at('as'));
  const columns = readColumns(reader, entry['columns'], at('columns'));
  const fields = readFields(reader, entry['fields'], at('fields'));
  if (name === undefined) return [];
  return [
    {
      path,
      name,
      ...look,
      ...(group && { group }),
      ...(url !== undefined && { url }),
      ...(split !== undefined && { split }),
      parts,
      ...(photo !== undefined && { photo }),
      ...(credit && { credit }),
      ...(blank && { blank }),
      ...(as && { as }),
      columns,
      fields,
    },
  ];
}

/** What a file and a part of it have alike. */
function readPart(
  reader: ConfigReader,
  entry: Readonly<Record<string, unknown>>,
  path: ConfigPath,
): PartConfig {
  const at = (key: string): ConfigPath => [...path, key];
  const title = reader.localized(entry['title'], at('title'));
  const kind = reader.oneOf(entry['kind'], at('kind'), KINDS);
  const icon = reader.oneOf(entry['icon'], at('icon'), ICON_IDS);
  const shape = reader.oneOf(entry['shape'], at('shape'), MARK_SHAPES);
  const color = reader.formed(entry['color'], at('color'), /^#[0-9a-f]{6}$/i, '#00703c');
  const visible = reader.boolean(entry['visible'], at('visible'));
  const note = reader.localized(entry['note'], at('note'));
  return {
    ...(title && { title }),
    ...(kind && { kind }),
    ...(icon && { icon }),
    ...(shape && { shape }),
    ...(color && { color: color.toLowerCase() }),
    ...(visible !== undefined && { visible }),
    ...(note && { note }),
  };
}

function readParts(
  reader: ConfigReader,
  value: unknown,
  path: ConfigPath,
): ReadonlyMap<string, PartConfig> {
  if (value === undefined) return new Map();
  if (!isRecord(value)) {
    reader.refuse(value, path, '{ "給水所": { "icon": "water" } }');
    return new Map();
  }
  return new Map(
    Object.entries(value).map(([name, part]) => {
      const at = [...path, name];
      return [name, readPart(reader, reader.record(part, at, PART_KEYS), at)];
    }),
  );
}

function readColumns(
  reader: ConfigReader,
  value: unknown,
  path: ConfigPath,
): ReadonlyMap<string, string> {
  if (value === undefined) return new Map();
  const example = '{ "名称": "施設", "緯度": "Y", "経度": "X" }';
  if (!isRecord(value)) {
    reader.refuse(value, path, example);
    return new Map();
  }
  return new Map(
    Object.entries(value).flatMap(([standard, header]): (readonly [string, string])[] => {
      const text = reader.text(header, [...path, standard], '施設');
      return text === undefined ? [] : [[standard, text]];
    }),
  );
}

function readFields(
  reader: ConfigReader,
  value: unknown,
  path: ConfigPath,
): ReadonlyMap<string, boolean | Localized> {
  const fields = new Map<string, boolean | Localized>();
  if (value === undefined) return fields;
  if (!isRecord(value)) {
    reader.refuse(
      value,
      path,
      '{ "住所": { "ja": "所在地", "en": "Address" }, "管理番号": false }',
    );
    return fields;
  }
  for (const [header, setting] of Object.entries(value)) {
    const read =
      typeof setting === 'boolean' ? setting : reader.localized(setting, [...path, header]);
    if (read !== undefined) fields.set(header, read);
  }
  return fields;
}
