import type { LegalSource } from '../model/source.ts';

/** Those that hold on a day, `YYYY-MM-DD`, in the wording of that day. */
export function sourcesFor(sources: readonly LegalSource[], date: string): LegalSource[] {
  return sources.filter(({ from, to = '9999-12-31' }) => from <= date && date <= to);
}
