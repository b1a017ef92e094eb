import type { TableRow } from '../../table.ts';
import type { Mapping } from '../../recognise.ts';
import type { Evidence, Reader } from '../kind.ts';
import type { RepairCode } from '../codes.ts';
import { isFree, kindsOf } from '../pipeline.ts';
import type { Draft } from './draft.ts';
import { fitsFormat } from './fits.ts';
import { meaningOf, type Meaning, suggestedFormat } from './meaning.ts';
import { readCell } from './read-cell.ts';

/** A column whose meaning is known, and what reads its cells. */
export interface KnownColumn extends Evidence {
  /** 0-based position in the table under repair. */
  readonly index: number;
  /** Whether any text is a value; see `isFree`. */
  readonly free: boolean;
  /** What reads its cells, in order. */
  readonly readers: readonly { readonly code: RepairCode; readonly read: Reader }[];
}

/** How many filled cells bear out what a header suggests. */
const SAMPLE = 200;
/** Share of them that has to be, or become, what it suggests; and share that may at least be about it. */
const SURE_SHARE = 0.5;
const SHARE = 0.8;

/** The columns of which the meaning is known, from the mapping or from header and cells together. */
export function knownColumns(
  draft: Draft,
  { columns, definition }: Mapping,
  municipality: string | undefined,
): KnownColumn[] {
  const known: KnownColumn[] = [];
  for (const [index, header] of draft.header.entries()) {
    const standard =
      draft.meanings.get(index) ?? columns.find((column) => column.index === index)?.standard;
    const meaning = standard === undefined ? undefined : meaningOf(standard, definition);
    const make = (what: Meaning): KnownColumn =>
      prepare({ index, header, standard, municipality, ...what }, draft);
    const suggested =
      meaning === undefined || (meaning.format === 'string' && meaning.codes.length === 0)
        ? suggestedFormat(header)
        : undefined;
    const guess = suggested === undefined ? undefined : make({ format: suggested, codes: [] });
    if (guess !== undefined && isBorneOut(guess, draft.rows)) known.push(guess);
    else if (meaning !== undefined) known.push(make(meaning));
  }
  return known;
}

/** Whether a row is wider than the header: its values may stand in other columns than their own. */
export function isShifted({ cells }: TableRow, header: readonly string[]): boolean {
  if (cells.length <= header.length) return false;
  return cells.slice(header.length).some((cell) => cell !== '');
}

function prepare(
  about: Pick<KnownColumn, 'index' | 'header' | 'standard' | 'municipality' | 'format' | 'codes'>,
  draft: Draft,
): KnownColumn {
  const { index, format, standard, codes } = about;
  let values: ReadonlySet<string> | undefined;
  let blank: boolean | undefined;
  const cells = (): Set<string> => {
    const all = new Set<string>();
    for (const row of draft.rows) {
      if (!isShifted(row, draft.header)) all.add(row.cells[index] ?? '');
    }
    blank = all.delete('');
    return all;
  };
  const evidence: Evidence = {
    ...about,
    fits: fitsFormat(format, codes),
    values: () => (values ??= cells()),
    hasBlank: () => {
      values ??= cells();
      return blank ?? false;
    },
  };
  const kinds = kindsOf(format, standard, codes);
  const readers = kinds.map((kind) => ({ code: kind.code, read: kind.prepare(evidence) }));
  return { ...evidence, index, free: isFree(format), readers };
}

/** Whether cells are, or can be mended into, what the header suggests, or are at least unclear values of that kind. */
function isBorneOut(column: KnownColumn, rows: readonly TableRow[]): boolean {
  let filled = 0;
  let fitting = 0;
  let unclear = 0;
  for (const { cells } of rows) {
    const text = cells[column.index] ?? '';
    if (text === '') continue;
    filled++;
    const { steps, doubt } = readCell(column, text);
    if (column.fits(text) || steps.length > 0) fitting++;
    else if (doubt !== undefined) unclear++;
    if (filled === SAMPLE) break;
  }
  return fitting >= Math.max(1, filled * SURE_SHARE) && fitting + unclear >= filled * SHARE;
}
