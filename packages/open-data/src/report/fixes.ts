import { placeColumns } from '../internal/place-columns.ts';
import { cellAddress } from '../internal/address.ts';
import type { Finding } from '../problem.ts';
import type { Table } from '../table.ts';
import { isBlank } from './filled.ts';
import {
  type Judged,
  type Score,
  type ScorePart,
  scoreOf,
  unlocated,
  valueProblems,
  type WantedColumn,
} from './score.ts';

/** What a person could do, and what the score would gain by it. */
export interface Fix {
  /**
   * `fill`: blank cells of a wanted column. `add-column`: a wanted column that is not there. `correct`: cells with the
   * same problem. `positions`: rows without a usable position. `file`: one of the checks of the file as a whole.
   */
  readonly action: 'fill' | 'add-column' | 'correct' | 'positions' | 'file';
  /** The column's standard name, or the file's header; absent where it is not about one column. */
  readonly column?: string;
  /** For `correct` the problem's code, for `file` the check's name. */
  readonly code?: string;
  /** How many cells or rows it takes. */
  readonly count: number;
  /** Points (of 100) that the score would gain, exactly. */
  readonly gain: number;
  /** A1 addresses of the first cells, as far as the cells exist. */
  readonly cells: readonly string[];
}

const FIRST = 5;
const AXES: ReadonlySet<string> = new Set(['緯度', '経度']);

/** Everything a person could do for the score, the greatest gain first. The gains add up to what is missing to 100. */
export function fixesFor(judged: Judged, score: Score = scoreOf(judged)): Fix[] {
  const perUnit = new Map(score.parts.map(({ part, weight, all }) => [part, weight / all]));
  const worth = (part: ScorePart): number => perUnit.get(part) ?? 0;
  const { required, recommended } = judged.columns;
  const blanks = [
    ...required.map((column) => blankFix(judged, column, worth('required'))),
    ...recommended.map((column) => blankFix(judged, column, worth('recommended'))),
  ];
  const axes = blanks.filter(({ column }) => AXES.has(column ?? ''));
  return [
    ...blanks.filter((fix) => !axes.includes(fix)),
    positionFix(judged, worth('positions'), axes),
    ...correctFixes(judged, worth('values')),
    ...judged.checks
      .filter(({ passed }) => !passed)
      .map(({ name }): Fix => ({
        action: 'file',
        code: name,
        count: 1,
        gain: worth('file'),
        cells: [],
      })),
  ]
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain);
}

function blankFix({ table }: Judged, { name, index, blank }: WantedColumn, worth: number): Fix {
  const shape = { column: name, count: blank, gain: blank * worth };
  if (index === undefined) return { action: 'add-column', ...shape, cells: [] };
  return { action: 'fill', ...shape, cells: blankCells(table, index) };
}

/** The first blank cells of a column. */
function blankCells({ rows }: Table, index: number): string[] {
  const cells: string[] = [];
  for (const { row, cells: written } of rows) {
    if (cells.length === FIRST) break;
    if (isBlank(written[index])) cells.push(cellAddress(index, row));
  }
  return cells;
}

/** A position is put right as a whole: blank required axes and the row's position are one thing to do. */
function positionFix(judged: Judged, worth: number, axes: readonly Fix[]): Fix {
  const { lat, lng, latlng } = placeColumns(judged.mapping);
  const noColumns = latlng === undefined && (lat === undefined || lng === undefined);
  const rows = unlocated(judged);
  const count = noColumns ? judged.table.rows.length : rows.length;
  const blanks = axes.reduce((sum, { gain }) => sum + gain, 0);
  return {
    action: 'positions',
    count,
    gain: count * worth + blanks,
    cells: noColumns ? [] : addresses(rows),
  };
}

function correctFixes(judged: Judged, worth: number): Fix[] {
  const groups = new Map<string, Finding[]>();
  const seen = new Set<string>();
  for (const problem of valueProblems(judged)) {
    const at = problem.cell ?? String(problem.row);
    // The score counts a cell once however much is wrong with it; so does what mending it gains.
    if (seen.has(at)) continue;
    seen.add(at);
    const key = JSON.stringify([problem.code, problem.column]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [problem]);
    else group.push(problem);
  }
  return Array.from(groups.values(), (group) => {
    const code = group[0]?.code ?? '';
    const column = group[0]?.column;
    const shape = {
      action: 'correct',
      code,
      count: group.length,
      gain: group.length * worth,
    } as const;
    return { ...shape, ...(column !== undefined && { column }), cells: addresses(group) };
  });
}

function addresses(problems: readonly Finding[]): string[] {
  return problems.flatMap(({ cell }) => cell ?? []).slice(0, FIRST);
}
