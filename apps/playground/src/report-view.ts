import { parseReport } from './trusted.ts';

/** What the page around already says, or what would be a second page within it. */
const OWN_RULES = `
:host{display:block;background:none;font:inherit}
h1,.file,footer{display:none}
h2:first-of-type{margin-top:1.5rem}
`;

/**
 * Shows a page of `reportHtml` as a part of this one, in its own style sheet behind a shadow root: it prints, is
 * searched and read aloud with the rest. Set `page` to the HTML.
 */
export class ReportView extends HTMLElement {
  #page = '';
  readonly #root: ShadowRoot = this.attachShadow({ mode: 'open' });

  /** The whole HTML page. */
  get page(): string {
    return this.#page;
  }
  set page(html: string) {
    if (html === this.#page) return;
    this.#page = html;
    const report = parseReport(html);
    const rules = report.querySelector('style')?.textContent ?? '';
    this.#root.adoptedStyleSheets = [hosted(rules), sheetOf(OWN_RULES)];
    const content = document.createElement('div');
    content.append(...(report.querySelector('main')?.childNodes ?? []));
    for (const link of content.querySelectorAll('a')) link.target = '_blank';
    this.#root.replaceChildren(content);
  }
}

/** The rules of a page as those of a part: what they say about the root and the body holds for the element. */
function hosted(rules: string): CSSStyleSheet {
  const sheet = sheetOf(rules);
  rename(sheet.cssRules);
  return sheet;
}

function rename(rules: CSSRuleList): void {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule) {
      if (/^(?::root|body)$/u.test(rule.selectorText)) rule.selectorText = ':host';
    } else if (rule instanceof CSSGroupingRule) rename(rule.cssRules);
  }
}

function sheetOf(rules: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  return sheet;
}
