import type { InspectedColumn, Inspection } from '../inspect.ts';
import { explain } from '../messages.ts';
import type { Finding } from '../problem.ts';
import type { Patch } from '../repair/index.ts';
import type { MappedTable } from './checks/keys.ts';
import { filledIn } from './filled.ts';

/** The short form of an examination: one object per file, plain JSON. */
export function inspectionOf(
  { table, mapping }: MappedTable,
  problems: readonly Finding[],
  patches: readonly Patch[],
): Inspection {
  const { file, kind, encoding, rows } = table;
  const { blank } = filledIn(table);
  const readOtherwise = problems.filter((p) => p.severity === 'info' && p.after !== undefined);
  return {
    file,
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
    problems: explain(problems),
    repaired: patches.length + readOtherwise.length,
    unresolved: problems.filter(({ severity }) => severity !== 'info').length,
  };
}
