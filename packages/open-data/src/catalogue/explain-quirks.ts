import type { Localized } from '@yokoten/standard';
import type { Quirk } from './entry.ts';

/** A quirk with its sentence. */
export interface ExplainedQuirk extends Quirk {
  readonly text: Localized;
}

/** Quirks with their sentences in Japanese and English, which are loaded only now. */
export async function explainQuirks(quirks: readonly Quirk[]): Promise<readonly ExplainedQuirk[]> {
  const { sentenceOf } = await import('./catalogue-messages.ts');
  return quirks.map((quirk) => ({ ...quirk, text: sentenceOf(quirk.code, quirk.facts) }));
}
