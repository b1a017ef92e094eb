import { placeColumns } from '../internal/place-columns.ts';
import type { Finding } from '../problem.ts';
import type { Mapping } from '../recognise.ts';
import type { Table } from '../table.ts';
import { editionColumns } from '../internal/edition-columns.ts';
import { type FileCheck, fileChecks } from './file-checks.ts';
import { type Filled, filledIn } from './filled.ts';

/** What the score looks at. */
export type ScorePart = 'required' | 'recommended' | 'values' | 'positions' | 'file';

/** Points of each part where all of them apply; they add up to 100. */
export const WEIGHTS: Readonly<Record<ScorePart, number>> = {
  required: 35,
  recommended: 10,
  values: 25,
  positions: 20,
  file: 10,
};

/** One part of a score: `points` of `weight`, in proportion to `good` of `all`. */
export interface PartScore {
  readonly part: ScorePart;
  /** {@link WEIGHTS}, scaled so that the parts that apply to this file add up to 100. */
  readonly weight: number;
  readonly points: number;
  readonly good: number;
  readonly all: number;
}

/** How good a file is, and why. */
export interface Score {
  /** 0 to 100, rounded down: 100 is only said where nothing is left to do. 0 where there is no row. */
  readonly points: number;
  readonly parts: readonly PartScore[];
}

/** What a score is worked out from, and what its fixes are found in. */
export interface Judged {
  readonly table: Table;
  readonly mapping: Mapping;
  readonly problems: readonly Finding[];
  readonly filled: Filled;
  readonly columns: WantedColumns;
  readonly checks: readonly FileCheck[];
}

/** The dataset's columns that are wanted in every row, with the file's column for each, or `undefined`. */
interface WantedColumns {
  readonly required: readonly WantedColumn[];
  readonly recommended: readonly WantedColumn[];
}

/** One wanted column. */
export interface WantedColumn {
  readonly name: string;
  readonly index: number | undefined;
  readonly blank: number;
}

const POSITION_CODES: ReadonlySet<string> = new Set([
  'open-data/no-coordinates',
  'open-data/not-a-number',
  'open-data/not-a-point',
  'open-data/swapped-latlng',
  'open-data/lost-decimal-point',
  'open-data/out-of-japan',
]);

/** Gathers what {@link scoreOf} and the fixes need. `written` judges the file as our export writes it. */
export function judge(
  table: Table,
  mapping: Mapping,
  problems: readonly Finding[],
  written = false,
): Judged {
  const filled = filledIn(table);
  const columns = {
    required: wanted(filled, mapping, 'required', table.rows.length),
    recommended: wanted(filled, mapping, 'recommended', table.rows.length),
  };
  const checks = fileChecks(table, mapping, problems, written);
  return { table, mapping, problems, filled, columns, checks };
}

/**
 * The score is Σ weight × good ÷ all over the parts that apply:
 * `required`, `recommended`: filled cells of the dataset's ◎ and ○ columns, a missing column counting as blank;
 * `values`: filled cells without an error or warning; `positions`: rows with a usable position;
 * `file`: checks of the file as such. Every finding counts in one part only.
 */
export function scoreOf(judged: Judged): Score {
  const counted = [
    count('required', present(judged, judged.columns.required)),
    count('recommended', present(judged, judged.columns.recommended)),
    count('values', values(judged)),
    count('positions', positions(judged)),
    count('file', [judged.checks.filter(({ passed }) => passed).length, judged.checks.length]),
  ].filter(({ all }) => all > 0);
  const sum = counted.reduce((total, { part }) => total + WEIGHTS[part], 0);
  const parts = counted.map(({ part, good, all }) => {
    const weight = (100 * WEIGHTS[part]) / sum;
    return { part, weight, points: (weight * good) / all, good, all };
  });
  const total = parts.reduce((points, one) => points + one.points, 0);
  return { points: judged.table.rows.length === 0 ? 0 : Math.floor(total + 1e-9), parts };
}

type Share = readonly [good: number, all: number];

function count(
  part: ScorePart,
  [good, all]: Share,
): { part: ScorePart; good: number; all: number } {
  return { part, good, all };
}

function present({ table }: Judged, columns: readonly WantedColumn[]): Share {
  const all = table.rows.length * columns.length;
  return [all - columns.reduce((blank, column) => blank + column.blank, 0), all];
}

function values(judged: Judged): Share {
  const all = judged.filled.cells;
  const bad = new Set(valueProblems(judged).map(({ cell, row }) => cell ?? String(row)));
  return [Math.max(0, all - bad.size), all];
}

/** Errors and warnings about a data row that are neither a blank wanted cell nor about its position. */
export function valueProblems({ table, problems }: Pick<Judged, 'table' | 'problems'>): Finding[] {
  return problems.filter(
    ({ code, severity, row }) =>
      severity !== 'info' &&
      row !== undefined &&
      row !== table.headerRow &&
      code !== 'open-data/constraint-error' &&
      code !== 'open-data/missing-label' &&
      !POSITION_CODES.has(code),
  );
}

function positions(judged: Judged): Share {
  if (!wantsPositions(judged)) return [0, 0];
  const all = judged.table.rows.length;
  const { lat, lng, latlng } = placeColumns(judged.mapping);
  if (latlng === undefined && (lat === undefined || lng === undefined)) return [0, all];
  return [all - unlocated(judged).length, all];
}

/** Findings that say why a row has no usable position, one per row. */
export function unlocated({ problems }: Pick<Judged, 'problems'>): Finding[] {
  return problems.filter(
    ({ code, severity, row }) =>
      row !== undefined && severity === 'error' && POSITION_CODES.has(code),
  );
}

function wantsPositions({ mapping }: Judged): boolean {
  const { lat, lng, latlng } = placeColumns(mapping);
  if (lat !== undefined || lng !== undefined || latlng !== undefined) return true;
  return editionColumns(mapping).some(({ column }) => column.format === 'latitude');
}

/** A flag is `1` or blank, so a blank one lacks nothing. */
function wanted(
  { blank }: Filled,
  mapping: Mapping,
  mark: 'required' | 'recommended',
  rows: number,
): WantedColumn[] {
  return editionColumns(mapping)
    .filter(({ column }) => column.required === mark && column.format !== 'flag')
    .map(({ standard: name }) => {
      const index = mapping.columns.find(({ standard }) => standard === name)?.index;
      return { name, index, blank: index === undefined ? rows : (blank[index] ?? rows) };
    });
}
