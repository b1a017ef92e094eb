import { FONT_FAMILY } from './font.ts';
import { FALLBACK_CLASS } from './page.ts';

interface SiteStyles {
  /** File name of the font, which lies beside the stylesheet. */
  readonly fontFile: string;
  readonly element: string;
  readonly accent: string | undefined;
}

/**
 * Fonts that a device has but does not offer under a family's name: Android's Japanese font is reached by its full name
 * only, and would otherwise come after every font of the stack. The others serve a page without scripts.
 */
const LOCAL = [
  'Noto Sans CJK JP',
  'NotoSansCJKjp-Regular',
  'Noto Sans JP',
  'NotoSansJP-Regular',
  'HiraginoSans-W3',
  'Meiryo',
]
  .map((name) => `local('${name}')`)
  .join(',');

/** The rule for the font of last resort, in a stylesheet that lies beside it. */
export function fontFace(fontFile: string): string {
  return `@font-face{font-family:'${FONT_FAMILY}';src:${LOCAL},url('${fontFile}') format('woff2');font-display:swap}`;
}

/** The stylesheet that comes from the config: the font of last resort, the accent, when the table shows. */
export function siteStyles({ fontFile, element, accent }: SiteStyles): string {
  return [
    fontFace(fontFile),
    // Twice, so that it also wins over tokens that a script adds later.
    ...(accent === undefined ? [] : [`:root:root{--yokoten-accent:${accent}}`]),
    `.${FALLBACK_CLASS}{margin:1rem;font-family:var(--yokoten-font,sans-serif);line-height:1.7}`,
    `.${FALLBACK_CLASS} :is(th,td){padding:.25rem 1rem .25rem 0;text-align:start;vertical-align:top}`,
    // Without scripts nobody can mend words that were measured before the font came, so here it comes first.
    `@media (scripting:none){.${FALLBACK_CLASS}{font-family:'${FONT_FAMILY}',var(--yokoten-font,sans-serif)}}`,
    // With scripts on, the table would flash before the element takes over; it comes if that never happens.
    '@keyframes yokoten-fallback{from{visibility:hidden}}',
    `@media (scripting:enabled){${element}:not(:defined)>.${FALLBACK_CLASS}{animation:yokoten-fallback 4s step-end}}`,
    '',
  ].join('\n');
}
