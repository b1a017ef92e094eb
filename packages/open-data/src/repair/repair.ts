import { inPart } from '../internal/finding.ts';
import type { Finding } from '../problem.ts';
import type { ColumnMapping, Mapping } from '../recognise.ts';
import type { Table } from '../table.ts';
import { repairCells } from './cells.ts';
import type { Context, RepairOptions } from './context.ts';
import { knownColumns } from './internal/columns.ts';
import { Draft } from './internal/draft.ts';
import { doubledPrefecture, missingPrefecture } from './kinds/address-prefecture.ts';
import { allDay } from './kinds/all-day.ts';
import { blankColumn, blankLabel } from './kinds/blank-label.ts';
import { blankRow } from './kinds/blank-row.ts';
import { codeNameMismatch } from './kinds/code-name-mismatch.ts';
import { dittoMark } from './kinds/ditto-mark.ts';
import { dmsSuspect } from './kinds/dms-suspect.ts';
import { duplicateLabel } from './kinds/duplicate-label.ts';
import { duplicateRow } from './kinds/duplicate-row.ts';
import { latlngInOneCell } from './kinds/latlng-in-one-cell.ts';
import { noteRow } from './kinds/note-row.ts';
import { position } from './kinds/position.ts';
import { pushedCell } from './kinds/pushed-cell.ts';
import { repeatedHeader } from './kinds/repeated-header.ts';
import { rubyInCell } from './kinds/ruby-in-cell.ts';
import { splitNumber } from './kinds/split-number.ts';
import { tokyoLabels, tokyoPositions, tokyoValues } from './kinds/tokyo-datum.ts';
import { totalRow } from './kinds/total-row.ts';
import type { Patch } from './patch.ts';
import { repairText as repairAllText } from './text.ts';

/** A table after its repair, with the list of what was done and of what a person has to decide. */
export interface Repair {
  /** The repaired table. `problems` are still those of the file as it was read. */
  readonly table: Table;
  /** What the columns of the repaired table mean: columns can have been added or taken out. */
  readonly mapping: Mapping;
  /** Every repair in the order it was made. */
  readonly patches: readonly Patch[];
  /** What is ambiguous: named, and left as it was. `facts.expected` holds a reading to offer, where there is one. */
  readonly findings: readonly Finding[];
}

/** One is usual, two where a cell became blank or got another's value. */
const ROUNDS = 10;

/** Whether a patch can make rows and cells readable that were not: notes without company, columns borne out by more cells. */
function opensMore({ kind, code, after }: Patch): boolean {
  return kind === 'cell' && (after === '' || OPENING.has(code));
}

const OPENING: ReadonlySet<string> = new Set([
  'open-data/ditto-mark',
  'open-data/html-in-cell',
  'open-data/json-fragment',
]);

/**
 * Mends what is certain, names what is ambiguous, and lists both. `undo(result.table, result.patches)` is the table as it was;
 * repairing the result again changes nothing. Columns without a known meaning only get repairs of text that is garbled or
 * cannot be seen. Rows that are wider than the header, their values in other columns than their own, get no others either.
 */
export function repair(table: Table, mapping: Mapping, options: RepairOptions = {}): Repair {
  const draft = new Draft(table);
  const know = (): Context => {
    const columns = knownColumns(draft, mapping, options.municipality?.code);
    return { ...options, draft, columns };
  };
  // 1. Text: what stands in a cell has to be readable before anything is read.
  repairAllText(draft);
  let context = know();
  let tokyo = false;
  for (let round = 0, done = 0; round < ROUNDS; round++) {
    draft.findings.length = 0;
    // 2. Rows: only records are left, each with its cells in their columns.
    for (const mend of [blankRow, repeatedHeader, noteRow, splitNumber, pushedCell, totalRow]) {
      mend(context);
    }
    // 3. Headers, and the columns that positions need.
    for (const mend of [blankLabel, duplicateLabel]) mend(context);
    if (tokyoLabels(draft)) tokyo = true;
    latlngInOneCell(context);
    // 4. Cells, by what their column holds; ditto marks last, so that they repeat what is mended.
    context = know();
    for (const mend of [repairCells, allDay, rubyInCell, position, dittoMark]) mend(context);
    context = know();
    if (!draft.patches.slice(done).some(opensMore)) break;
    done = draft.patches.length;
  }
  if (tokyo) tokyoPositions(context);
  // 5. What has become blank, and what only a person can decide.
  blankRow(context);
  context = know();
  for (const name of [
    dmsSuspect,
    tokyoValues,
    doubledPrefecture,
    missingPrefecture,
    codeNameMismatch,
    duplicateRow,
  ]) {
    name(context);
  }
  // Last, so that every patch and finding means a column by the place where it was read.
  blankColumn(context);
  const findings = inPart(table, draft.findings).sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  return { table: draft.table(), mapping: remap(mapping, draft), patches: draft.patches, findings };
}

/**
 * The repairs that need no mapping: mojibake, invisible characters, blanks around values, line breaks in headers. What is
 * garbled in the header cannot be recognised before.
 */
export function repairText(table: Table): Omit<Repair, 'mapping'> {
  const draft = new Draft(table);
  repairAllText(draft);
  return { table: draft.table(), patches: draft.patches, findings: draft.findings };
}

/** The mapping of the repaired table: the columns that are left, those that were added, those that were understood. */
function remap(mapping: Mapping, { header, meanings, patches }: Draft): Mapping {
  const gone = new Set(
    patches.flatMap(({ kind, index }) => (kind === 'removed-column' ? [index] : [])),
  );
  const kept: ColumnMapping[] = [];
  const width = header.length + gone.size;
  for (let index = 0; index < width; index++) {
    if (gone.has(index)) continue;
    const known = mapping.columns.find((column) => column.index === index);
    const label = header[kept.length] ?? '';
    const found = meanings.get(index);
    const place = { index: kept.length, header: label };
    if (found !== undefined) kept.push({ ...place, standard: found, confidence: 0.95 });
    else kept.push({ confidence: 0, ...known, ...place });
  }
  return { ...mapping, columns: kept };
}
