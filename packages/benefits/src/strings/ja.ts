import { jaFirst } from './ja-first.ts';
import { jaLate } from './ja-late.ts';
import type { BenefitStrings } from './strings.ts';

/** All texts in Japanese, in which they are written. */
export const ja: BenefitStrings = { ...jaFirst, ...jaLate };
