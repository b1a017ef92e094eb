import type { Requirement } from '@yokoten/standard/datasets';
import { editionColumns } from '../internal/edition-columns.ts';
import type { AbsentColumn, MissingRate, ReportColumn, ReportMissing } from './model.ts';
import type { Judged } from './score.ts';

/** What is blank in a table, per column and by what the dataset asks. */
export interface Missing {
  readonly columns: readonly ReportColumn[];
  readonly absent: readonly AbsentColumn[];
  readonly missing: ReportMissing;
}

/** Counts the blank cells of every column of the table. */
export function missingIn({ table, mapping, filled, columns: wanted }: Judged): Missing {
  const marks = new Map(
    editionColumns(mapping).map(({ standard, column }) => [standard, column.required]),
  );
  const total = table.rows.length;
  const columns = mapping.columns.map(({ index, header, standard, confidence }): ReportColumn => {
    const missing = filled.blank[index] ?? total;
    const requirement = standard === undefined ? null : (marks.get(standard) ?? null);
    const rate = total === 0 ? 0 : missing / total;
    return { index, header, standard: standard ?? null, confidence, requirement, missing, rate };
  });
  const absentOf = (requirement: 'required' | 'recommended'): AbsentColumn[] =>
    wanted[requirement]
      .filter(({ index }) => index === undefined)
      .map(({ name }) => ({ standard: name, requirement }));
  const optional = columns.filter(({ requirement }) => isOptional(requirement));
  return {
    columns,
    absent: [...absentOf('required'), ...absentOf('recommended')],
    missing: {
      required: rateOf(
        total,
        wanted.required.map(({ blank }) => blank),
      ),
      recommended: rateOf(
        total,
        wanted.recommended.map(({ blank }) => blank),
      ),
      optional: rateOf(
        total,
        optional.map(({ missing }) => missing),
      ),
    },
  };
}

function isOptional(requirement: Requirement | null): boolean {
  return requirement === 'optional' || requirement === 'unknown';
}

function rateOf(rows: number, blanks: readonly number[]): MissingRate {
  const cells = rows * blanks.length;
  const missing = blanks.reduce((sum, blank) => sum + blank, 0);
  return { columns: blanks.length, cells, missing, rate: cells === 0 ? null : missing / cells };
}
