import type { DatasetId } from '@yokoten/open-data';
import type { Localized } from '@yokoten/standard';
import { datasets } from '@yokoten/standard/datasets';
import type { Credit, IconId, LayerKind } from '../document.ts';
import { isRecord, type ConfigPath, type ConfigReader } from './config-reader.ts';
import { readCredit } from './credit.ts';

/** What the config says about one file of `data/`. */
export interface LayerConfig {
  /** Where the entry stands in the config. */
  readonly path: ConfigPath;
  /** The file's name; order prefix and extension may be left out. */
  readonly name: string;
  readonly title?: Localized;
  readonly kind?: LayerKind;
  readonly icon?: IconId;
  readonly color?: string;
  readonly visible?: boolean;
  readonly group?: Localized;
  /** Header of the column with the addresses of photos, where it is not found by itself. */
  readonly photo?: string;
  readonly note?: Localized;
  readonly credit?: Credit;
  /** What a blank hazard cell means in this file; default `unknown`. */
  readonly blank?: 'not-designated' | 'unknown';
  /** Which dataset's layout the file has, where it is not found by itself. */
  readonly as?: DatasetId;
  /** By header: `false` hides the column, `true` shows one that is hidden otherwise, a text names it. */
  readonly fields: ReadonlyMap<string, boolean | Localized>;
}

const LAYER_KEYS = [
  'name',
  'title',
  'kind',
  'icon',
  'color',
  'visible',
  'group',
  'photo',
  'note',
  'credit',
  'blank',
  'as',
  'fields',
];
const KINDS: readonly LayerKind[] = ['emergency-site', 'shelter', 'facility'];
const ICONS: readonly IconId[] = [
  'emergency-site',
  'shelter',
  'temporary-stay',
  'water',
  'medical',
  'aed',
  'toilet',
  'fire-station',
  'fire-hydrant',
  'police',
  'office',
  'school',
  'place',
];
const DATASETS: readonly DatasetId[] = datasets.map(({ id }) => id);

/** Reads one entry of `layers`; nothing where it names no file. */
export function readLayer(reader: ConfigReader, value: unknown, path: ConfigPath): LayerConfig[] {
  const entry = reader.record(value, path, LAYER_KEYS);
  const at = (key: string): ConfigPath => [...path, key];
  const name = reader.text(entry['name'], at('name'), '避難所');
  if (entry['name'] === undefined) reader.refuse(value, path, '{ "name": "避難所" }');
  const title = reader.localized(entry['title'], at('title'));
  const kind = reader.oneOf(entry['kind'], at('kind'), KINDS);
  const icon = reader.oneOf(entry['icon'], at('icon'), ICONS);
  const color = reader.formed(entry['color'], at('color'), /^#[0-9a-f]{6}$/i, '#00703c');
  const visible = reader.boolean(entry['visible'], at('visible'));
  const group = reader.localized(entry['group'], at('group'));
  const photo = reader.text(entry['photo'], at('photo'), '画像');
  const note = reader.localized(entry['note'], at('note'));
  const credit = readCredit(reader, entry['credit'], at('credit'));
  const blank = reader.oneOf(entry['blank'], at('blank'), ['not-designated', 'unknown']);
  const as = reader.oneOf(entry['as'], at('as'), DATASETS);
  const fields = readFields(reader, entry['fields'], at('fields'));
  if (name === undefined) return [];
  return [
    {
      path,
      name,
      ...(title && { title }),
      ...(kind && { kind }),
      ...(icon && { icon }),
      ...(color && { color: color.toLowerCase() }),
      ...(visible !== undefined && { visible }),
      ...(group && { group }),
      ...(photo !== undefined && { photo }),
      ...(note && { note }),
      ...(credit && { credit }),
      ...(blank && { blank }),
      ...(as && { as }),
      fields,
    },
  ];
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
