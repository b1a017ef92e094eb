import type { Plugin } from 'vite';
import { FONT_FAMILY } from './font.ts';

const MODULE = 'virtual:yokoten/late-font';

/**
 * Runs in the page. Chromium keeps the shapes of words it measured while a font further down the stack was still on
 * its way, even for the next page: where no other font has the signs, those words stay empty boxes. Shapes are kept
 * apart by text rendering, so this value, which means what browsers do anyway, makes it measure anew once the font is here.
 */
function measureAnewWhenLoaded(family: string): void {
  const isOurs = (face: FontFace): boolean =>
    face.status === 'loaded' && face.family.replaceAll(/["']/g, '') === family;
  const measureAnew = (faces: Iterable<FontFace>): void => {
    if ([...faces].some(isOurs))
      document.documentElement.style.textRendering = 'optimizeLegibility';
  };
  measureAnew(document.fonts);
  document.fonts.addEventListener('loadingdone', ({ fontfaces }) => measureAnew(fontfaces));
}

/** Adds that script to the page's own. */
export function lateFontPlugin(): Plugin {
  return {
    name: 'yokoten:late-font',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load: (id) =>
      id === `\0${MODULE}`
        ? `(${measureAnewWhenLoaded.toString()})(${JSON.stringify(FONT_FAMILY)});`
        : undefined,
    transformIndexHtml: {
      order: 'pre',
      handler: () => [
        {
          tag: 'script',
          attrs: { type: 'module' },
          children: `import '${MODULE}';`,
          injectTo: 'head',
        },
      ],
    },
  };
}
