import { ja } from '../strings/ja.ts';
import type { FirstStrings } from '../strings/first-strings.ts';
import type { BenefitStrings } from '../strings/strings.ts';
import type { PageContext, WholeContext } from './context.ts';

/** The context with the texts that the first bytes leave out. */
export function wholeContext(context: PageContext): WholeContext {
  const { strings } = context;
  return { ...context, strings: isWhole(strings) ? strings : ja };
}

/** Only of Japanese is there a part: every other language arrives as a whole. */
function isWhole(strings: FirstStrings): strings is BenefitStrings {
  return 'aboutTitle' in strings;
}
