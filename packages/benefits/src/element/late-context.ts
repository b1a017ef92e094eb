import { ja } from '../strings/ja.ts';
import type { BenefitStrings } from '../strings/strings.ts';
import type { PageContext, Told, WholeContext } from './context.ts';

/** The context with what is told, and the texts that the first bytes leave out: every language but Japanese arrives as a whole. */
export function wholeContext(context: PageContext, told: Told): WholeContext {
  const strings: BenefitStrings = { ...ja, ...context.strings };
  return { ...context, ...told, strings };
}
