import type { Plugin, ResolvedConfig } from 'vite';
import { fontFiles, hashed, type SiteFile } from './published-files.ts';
import { cacheFolderOf } from './site.ts';
import { fontFace } from './site-styles.ts';

/** The font of last resort, its licence and the stylesheet that names it, in a page that has no config. */
export function fontPlugin(text: () => string | Promise<string>): Plugin {
  let config: ResolvedConfig;
  let stylesheet: SiteFile | undefined;
  return {
    name: 'yokoten:font',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    async buildStart() {
      const [font, licence] = await fontFiles(await text(), cacheFolderOf(config.root));
      const fontFile = font.path.slice(font.path.lastIndexOf('/') + 1);
      stylesheet = hashed('font', 'css', fontFace(fontFile));
      for (const { path, content } of [font, licence, stylesheet]) {
        this.emitFile({ type: 'asset', fileName: path, source: content });
      }
    },
    transformIndexHtml: () =>
      stylesheet === undefined
        ? []
        : [
            {
              tag: 'link',
              attrs: { rel: 'stylesheet', href: config.base + stylesheet.path },
              injectTo: 'head',
            },
          ],
  };
}
