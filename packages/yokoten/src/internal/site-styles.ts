import { FONT_FAMILY } from './font.ts';
import { FALLBACK_CLASS } from './page.ts';

interface SiteStyles {
  /** File name of the font, which lies beside the stylesheet. */
  readonly fontFile: string;
  readonly element: string;
  readonly accent: string | undefined;
}

/** The stylesheet that comes from the config: the font of last resort, the accent, when the table shows. */
export function siteStyles({ fontFile, element, accent }: SiteStyles): string {
  return [
    `@font-face{font-family:'${FONT_FAMILY}';src:url('${fontFile}') format('woff2');font-display:swap}`,
    // Twice, so that it also wins over tokens that a script adds later.
    ...(accent === undefined ? [] : [`:root:root{--yokoten-accent:${accent}}`]),
    // With scripts on, the table would flash before the element takes over; it comes if that never happens.
    '@keyframes yokoten-fallback{from{visibility:hidden}}',
    `@media (scripting:enabled){${element}:not(:defined)>.${FALLBACK_CLASS}{animation:yokoten-fallback 4s step-end}}`,
    '',
  ].join('\n');
}
