import { jaAsk } from './ja-ask.ts';
import { jaFirst } from './ja-first.ts';
import { jaLate } from './ja-late.ts';
import { jaResults } from './ja-results.ts';
import type { BenefitStrings } from './strings.ts';

/** All texts in Japanese, in which they are written. */
export const ja: BenefitStrings = { ...jaFirst, ...jaAsk, ...jaResults, ...jaLate };
