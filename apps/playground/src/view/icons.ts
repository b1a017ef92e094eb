import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

const paths = {
  lock: svg`<rect x="5" y="11" width="14" height="9" rx="2" /><path d="M8 11V8a4 4 0 0 1 8 0v3" />`,
  file: svg`<path d="M13 3H7a1 1 0 0 0-1 1v16a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V8zM13 3v5h5" />`,
  drop: svg`<path d="M12 15V4M7.5 8.5 12 4l4.5 4.5M4 15v4a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-4" />`,
  save: svg`<path d="M12 4v11M7.5 10.5 12 15l4.5-4.5M4 16v3a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-3" />`,
  print: svg`<path d="M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7z" />`,
  close: svg`<path d="M6 6l12 12M18 6 6 18" />`,
  cell: svg`<path d="M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14" />`,
  mend: svg`<path d="M4 20l1-4L16.5 4.5l3 3L8 19zM14 7l3 3" />`,
  scale: svg`<path d="M5 12l4.5 4.5L19 7" />`,
} satisfies Readonly<Record<string, SVGTemplateResult>>;

/** Which drawings there are. */
export type IconName = keyof typeof paths;

/** A line drawing of 24 × 24; the words beside it say the same. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="line" viewBox="0 0 24 24" aria-hidden="true">${paths[name]}</svg>`;
}
