import { LitElement } from 'lit';

/** What went wrong in an element, for code (`code`) and for people. */
export interface ElementProblem {
  /** `package/kebab-name`; has a page in docs/errors. */
  readonly code: string;
  /** What was got, what was expected, what to do next. */
  readonly message: { readonly ja: string; readonly en: string };
}

/**
 * Base of Yokoten's elements. An element never throws when it is used in HTML: it keeps its last good state, tells the
 * developer once on the console and fires `error`.
 *
 * @fires error - `CustomEvent<ElementProblem>`, does not bubble
 */
export class YokotenElement extends LitElement {
  /** Reports a problem without throwing. */
  protected report(problem: ElementProblem): void {
    console.warn(`<${this.localName}> ${problem.code}: ${problem.message.en}`);
    this.dispatchEvent(new CustomEvent<ElementProblem>('error', { detail: problem }));
  }
}

/**
 * Registers an element. A second copy of the package keeps the first one and says so, instead of throwing.
 */
export function defineElement(name: string, element: CustomElementConstructor): void {
  const registered = customElements.get(name);
  if (registered === undefined) customElements.define(name, element);
  else if (registered !== element) {
    console.warn(
      `<${name}> is registered already by another copy of its package; that one stays in use.`,
    );
  }
}
