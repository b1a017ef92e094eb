import type { UsedParameter } from '@yokoten/rules/trace';
import type { LegalSource, PackSources } from '../model/source.ts';
import { sourcesFor } from './sources.ts';

/** A figure of the law that was used. */
export interface UsedFigure {
  /** Its path in the rules. */
  readonly path: string;
  /** A number, a truth value, a text, or a list of them; of a scale, its thresholds with what belongs to each. */
  readonly value: UsedParameter['value'];
  /** Since when it holds, `YYYY-MM-DD`. */
  readonly from: string;
  readonly sources: readonly LegalSource[];
}

/** Figures with where they are written down. */
export function figuresOf(
  parameters: readonly UsedParameter[],
  { parameters: sources }: PackSources,
  date: string,
): UsedFigure[] {
  return parameters.map((one) => ({
    ...one,
    sources: sourcesFor(Object.hasOwn(sources, one.path) ? (sources[one.path] ?? []) : [], date),
  }));
}
