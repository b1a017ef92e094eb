import type { CSSResult } from 'lit';
import { answers } from './styles/answers.ts';
import { base } from './styles/base.ts';
import { money } from './styles/money.ts';
import { page } from './styles/page.ts';
import { question } from './styles/question.ts';
import { results } from './styles/results.ts';

/** The look of the first screens, in the order in which later rules win; what is loaded later brings its own. */
export const styles: CSSResult[] = [base, page, question, money, answers, results];

/** Adds the look of a part that arrived; what is adopted already stays. */
export function adoptLate(root: Node, late: readonly CSSResult[]): void {
  if (!(root instanceof ShadowRoot)) return;
  const sheets = late.flatMap(({ styleSheet }) => styleSheet ?? []);
  root.adoptedStyleSheets.push(
    ...sheets.filter((sheet) => !root.adoptedStyleSheets.includes(sheet)),
  );
}
