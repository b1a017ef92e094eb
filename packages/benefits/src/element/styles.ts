import type { CSSResult } from 'lit';
import { base } from './styles/base.ts';
import { first } from './styles/first.ts';
import { page } from './styles/page.ts';

/** The look of the first question, in the order in which later rules win; each part that is loaded later brings its own. */
export const styles: CSSResult[] = [base, page, first];
