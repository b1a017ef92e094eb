import type { Column, Generation } from '../dataset.ts';
import { column } from './column.ts';
import * as common from './columns.ts';
import { facilityColumns, facilityFile, facilityId } from './facility-file.ts';

/** A column of the flat layout, and how the データモデル型 names it after its prefix where that differs. */
export type ModelColumn = Column | readonly [flat: Column, name: string];

const named = (entry: ModelColumn): readonly [flat: Column, name: string] =>
  'format' in entry ? [entry, entry.name] : entry;

const equipmentId: Column = column('設備_ID', 'Equipment ID');
export const names: readonly ModelColumn[] = [
  common.id,
  common.name,
  [common.nameKana, '名称（カナ）'],
  [common.nameLatin, '名称（英字）'],
  common.explanation,
];
export const position: readonly ModelColumn[] = [common.latitude, common.longitude];
const referenceSystem: readonly ModelColumn[] = [
  column('座標参照系', 'Reference system'),
  column('座標参照系コード', 'Code of the reference system', 'string', {
    codes: [{ value: 'EPSG:6668', en: 'JGD2011' }],
  }),
];
/** What the main files in two parts begin with. */
export const head: readonly ModelColumn[] = [
  common.code,
  facilityId,
  equipmentId,
  ...names,
  ...position,
  ...referenceSystem,
];

/** The same columns, each also under the names it has behind one of the prefixes. */
export function prefixed(
  columns: readonly ModelColumn[],
  prefixes: readonly string[],
): readonly Column[] {
  return columns.map((entry) => {
    const [flat, name] = named(entry);
    const short = name === flat.name || flat.aliases.includes(name) ? [] : [name];
    const long = prefixes.map((prefix) => `${prefix}_${name}`);
    return { ...flat, aliases: [...flat.aliases, ...short, ...long] };
  });
}

const standsAlone = (entry: ModelColumn): boolean => /^(?:施設|設備)_/u.test(named(entry)[1]);

/**
 * Both layouts of the current generation: the flat one holds all columns, the データモデル型 puts the first prefix before
 * each of `own` and leaves `plain` as they are. `alone` where there is no companion file.
 */
export function layouts(
  prefixes: readonly [string, ...string[]],
  own: readonly ModelColumn[],
  { plain = [], alone = false }: { plain?: readonly Column[]; alone?: boolean } = {},
): readonly [flat: Generation, model: Generation] {
  const [prefix] = prefixes;
  const main = own.flatMap((entry) =>
    standsAlone(entry) ? named(entry)[0] : prefixed([entry], prefixes),
  );
  const inModel = own.map((entry): Column => {
    const [flat, name] = named(entry);
    const others = prefixes.slice(1).map((other) => `${other}_${name}`);
    return standsAlone(entry) ? flat : { ...flat, name: `${prefix}_${name}`, aliases: others };
  });
  return [
    {
      id: 'current',
      layout: 'flat',
      columns: [...main, ...(alone ? [] : facilityColumns), ...plain],
    },
    {
      id: 'current',
      layout: 'data-model',
      columns: [...inModel, ...plain],
      ...(!alone && { companion: facilityFile }),
    },
  ];
}
