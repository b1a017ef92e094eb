import type { CSSResult } from 'lit';

/** Adds the look of a part of an element that arrived later; what is adopted already stays. */
export function adoptStyles(root: Node, late: readonly CSSResult[]): void {
  if (!(root instanceof ShadowRoot)) return;
  const sheets = late.flatMap(({ styleSheet }) => styleSheet ?? []);
  root.adoptedStyleSheets.push(
    ...sheets.filter((sheet) => !root.adoptedStyleSheets.includes(sheet)),
  );
}
