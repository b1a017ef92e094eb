import {
  readPlaces,
  recognise,
  validate,
  type Places,
  type Problem,
  type Table,
} from '@yokoten/open-data';
import { explain } from '@yokoten/open-data/messages';
import type { Bbox } from '@yokoten/standard';
import { type ConfigProblem, originCredit } from '@yokoten/standard/app';
import type { Credit, Layer, Place } from '../document.ts';
import { DRAWINGS } from '../icons/drawings.ts';
import { inferIcon } from './appearance.ts';
import { withColumns } from './columns.ts';
import { chooseFields } from './fields.ts';
import { hazardColumns, readFit, type HazardColumns } from './fit.ts';
import { findKind } from './kind.ts';
import type { LayerFile } from './layer-files.ts';
import {
  emptyLayer,
  kindConflict,
  kindUnclear,
  noCredit,
  shapeReserved,
  tooManyLost,
  unknownField,
  unknownFit,
} from './layer-problems.ts';
import { distinct, placeIds } from './place-id.ts';
import { photoAddress, photoColumn, photoProblems, withoutOwnPhotos } from './photo.ts';
import { drawnKinds, withShapes } from './shape.ts';

/** What the layers of one map share. `ids` grows from layer to layer. */
export interface LayerContext {
  readonly bbox: Bbox;
  readonly code?: string;
  readonly credit?: Credit;
  readonly ids: Map<string, number>;
  readonly filters: readonly string[];
  readonly photoHosts: readonly string[];
}

/** Colours are given when all layers are known. */
export type UncolouredLayer = Omit<Layer, 'color'> & { readonly color?: string };

/** A file as a layer, with what was found on the way. `layer` is absent where the build must stop. */
export interface BuiltLayer {
  readonly layer?: UncolouredLayer;
  readonly rows: number;
  readonly shown: number;
  readonly problems: readonly Problem[];
  readonly stops: readonly ConfigProblem[];
}

/** Makes a layer of one table. */
export async function buildLayer(
  source: LayerFile,
  written: Table,
  context: LayerContext,
): Promise<BuiltLayer> {
  const { file, config } = source;
  const { table: drawn, shapes } = withShapes(written);
  const { table, unknown } = withColumns(drawn, config?.columns);
  const mapping = await recognise(table, config?.as === undefined ? {} : { as: config.as });
  const { bbox, code } = context;
  const read = readPlaces(table, mapping, { bbox });
  const problems = withoutRepeats(
    explain([
      ...table.problems,
      ...read.leftOut.map(({ reason }) => reason),
      ...read.problems,
      ...validate(table, mapping, code === undefined ? {} : { municipality: { code, bbox } }),
    ]),
  );
  const rows = table.rows.length;
  const shown = read.places.length;
  const stops = lossStops(source, rows, shown);

  const { kind, doubt } = findKind(mapping.dataset, kindTexts(source, table), config?.kind);
  if (doubt === 'conflict') stops.push(kindConflict(source, kind));
  if (doubt === 'unclear') problems.push(kindUnclear(file.path));
  if (config?.shape !== undefined && kind !== 'facility') stops.push(shapeReserved(source, kind));
  stops.push(...unknown.map((name) => unknownField(source, name, drawn.header, 'columns')));
  stops.push(...unknownFields(source, table));
  stops.push(...unknownPhoto(source, table));
  const credit = config?.credit ?? originCredit(file) ?? context.credit;
  if (credit === undefined) stops.push(noCredit(source));
  if (credit === undefined || stops.length > 0) return { rows, shown, problems, stops };

  const name = source.id.replace(/^[▶►▷▸●■◆★☆・\s]+/u, '') || source.id;
  const icon = config?.icon ?? inferIcon(kind, mapping.dataset, name);
  const { filters, photoHosts } = context;
  const photo = photoColumn(table, config?.photo, photoHosts);
  const settings = config?.fields ?? new Map();
  const fields = await chooseFields(mapping, read, { settings, filters, photo });
  const fits = readFits(source, table, read, hazardColumns(mapping), problems);
  const ids = placeIds(source.id, read.places, mapping);
  const places = read.places.map(({ at, name, cells, row }, index): Place => {
    const values = fields.map(({ index, role, read: readCell }) => {
      const cell = cells[index] ?? '';
      return role === 'photo' ? photoAddress(cell, photoHosts) : readCell(cell);
    });
    const id = distinct(ids[index] ?? '', context.ids);
    const fit = fits[index] ?? '';
    const shape = shapes.get(row);
    const [lng, lat] = [decimetre(at[0]), decimetre(at[1])];
    return shape === undefined
      ? [lng, lat, id, name, values, fit]
      : [lng, lat, id, name, values, fit, shape];
  });
  if (photo !== undefined) problems.push(...photoProblems(source, table, read, photo, photoHosts));
  const draws = drawnKinds(places);
  const layer: UncolouredLayer = {
    id: source.id,
    title: config?.title ?? { ja: name },
    kind,
    icon,
    drawing: DRAWINGS[icon],
    ...(config?.shape && { shape: config.shape }),
    ...(config?.color !== undefined && { color: config.color }),
    visible: config?.visible ?? true,
    ...(config?.group && { group: config.group }),
    ...(draws.length > 0 && { draws }),
    ...(config?.note && { note: config.note }),
    credit,
    fields: fields.map(({ header, label, role }) => ({ header, label, role })),
    places,
  };
  const own = photo === undefined ? undefined : table.header[photo];
  return { layer, rows, shown, problems: withoutOwnPhotos(problems, own), stops };
}

/** Reading and checking find some of the same things. */
function withoutRepeats(problems: readonly Problem[]): Problem[] {
  const byPlace = new Map(
    problems.map((problem) => [
      `${problem.code} ${problem.row} ${problem.cell} ${problem.message.ja}`,
      problem,
    ]),
  );
  return [...byPlace.values()].toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
}

/** One bad row never stops the build, however short the list is. */
function lossStops(source: LayerFile, rows: number, shown: number): ConfigProblem[] {
  const lost = rows - shown;
  if (shown === 0) return [emptyLayer(source, rows)];
  return lost > 1 && lost * 10 > rows ? [tooManyLost(source, rows, lost)] : [];
}

/** The file's name, and each different text of the columns that say what a place is. */
function kindTexts({ id }: LayerFile, { header, rows }: Table): string[] {
  const columns = header.flatMap((name, index) =>
    /種別|種類|分類|区分|カテゴリ|ジャンル|categor|type/iu.test(name) ? [index] : [],
  );
  const cells = rows.flatMap(({ cells }) => columns.map((index) => cells[index] ?? ''));
  return [...new Set([id, ...cells])];
}

function unknownFields(source: LayerFile, { header }: Table): ConfigProblem[] {
  const known = new Set(header.map((name) => name.trim()));
  return [...(source.config?.fields.keys() ?? [])].flatMap((name) =>
    known.has(name) ? [] : [unknownField(source, name, [...known])],
  );
}

function unknownPhoto(source: LayerFile, { header }: Table): ConfigProblem[] {
  const name = source.config?.photo;
  const known = header.map((one) => one.trim());
  return name === undefined || known.includes(name)
    ? []
    : [unknownField(source, name, known, 'photo')];
}

/** One letter per hazard and place; empty where the file says nothing about any hazard. */
function readFits(
  { file, config }: LayerFile,
  { header }: Table,
  { places }: Places,
  columns: HazardColumns | undefined,
  problems: Problem[],
): string[] {
  if (columns === undefined) return [];
  const blank = config?.blank ?? 'unknown';
  return places.map(({ row, line, cells }) =>
    columns
      .map((index) => {
        if (index === undefined) return '?';
        const before = cells[index] ?? '';
        const fit = readFit(before, blank);
        if (fit !== undefined) return fit;
        const column = header[index] ?? '';
        problems.push(unknownFit({ file: file.path, row, line, column, before }));
        return '?';
      })
      .join(''),
  );
}

/** Six decimals of a degree. */
function decimetre(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
