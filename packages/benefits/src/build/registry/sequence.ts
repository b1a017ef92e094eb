import { sequenceOf } from '../../calendar/sequence-of.ts';
import type { ListedProgramme } from '../../listing/model.ts';

/**
 * Gives programmes their sequence: that of the listing before where nothing changed, a higher one where something did. Without
 * a listing before, it is the day of the record's change, counted from 2000-01-01, so that it grows with time in any case.
 */
export function withSequences(
  programmes: readonly Omit<ListedProgramme, 'sequence'>[],
  before: ReadonlyMap<string, ListedProgramme>,
): ListedProgramme[] {
  return programmes.map((programme) => {
    const dated = sequenceOf(programme.updated ?? '');
    const earlier = before.get(programme.id);
    if (earlier === undefined) return Object.assign({}, programme, { sequence: dated });
    const { sequence, ...rest } = earlier;
    const same = stable(rest) === stable(programme);
    return Object.assign({}, programme, {
      sequence: same ? sequence : Math.max(sequence + 1, dated),
    });
  });
}

/** The same text for the same content, in whatever order its keys stand. */
function stable(value: object): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
