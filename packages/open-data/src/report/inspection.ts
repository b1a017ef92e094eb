import type { InspectedColumn, Inspection } from '../inspect.ts';
import { explain, patchSentence } from '../messages.ts';
import type { Finding, Problem } from '../problem.ts';
import type { Patch } from '../repair/index.ts';
import type { MappedTable } from '../repaired.ts';
import { filledIn } from './filled.ts';

/** The short form of an examination: one object per file, plain JSON. */
export function inspectionOf(
  { table, mapping }: MappedTable,
  problems: readonly Finding[],
  patches: readonly Patch[],
): Inspection {
  const { file, part, kind, encoding, rows } = table;
  const { blank } = filledIn(table);
  const readOtherwise = problems.filter((p) => p.severity === 'info' && p.after !== undefined);
  return {
    file,
    ...(part !== undefined && { part }),
    kind,
    encoding,
    dataset: mapping.dataset ?? null,
    generation: mapping.generation,
    confidence: mapping.confidence,
    rows: rows.length,
    columns: mapping.columns.map(({ index, header, standard, confidence }): InspectedColumn => ({
      header,
      standard: standard ?? null,
      confidence,
      missing: blank[index] ?? rows.length,
    })),
    problems: [...patchProblems(table, patches), ...explain(problems)].sort(
      (a, b) => (a.row ?? 0) - (b.row ?? 0),
    ),
    repaired: patches.length + readOtherwise.length,
    unresolved: problems.filter(({ severity }) => severity !== 'info').length,
  };
}

/** Changes in the list of problems: what was done, before and after. */
function patchProblems({ file, part }: MappedTable['table'], patches: readonly Patch[]): Problem[] {
  return patches.map((patch) => {
    const { code, row, cell, column, before, after } = patch;
    const place = { file, ...(part !== undefined && { part }), row, column, cell };
    return { code, severity: 'info', ...place, before, after, message: patchSentence(patch) };
  });
}
