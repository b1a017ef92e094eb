import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { Site } from './site.ts';

const PREFIX = 'virtual:yokoten/app/';
/** What a resolved module of ours begins with: no other plugin takes it for a file. */
const OURS = `\0${PREFIX}`;
const INDEX = `${PREFIX}index.js`;

/** Packages that come with ours, and that files of the project may import without having them themselves. */
const WITH_OURS = /^@yokoten\/(rules|standard|ui)(\/|$)/;

/**
 * The modules of an app that brings its contents as scripts: they are bundled with the page's own script, and run before it.
 *
 * @param site the site they belong to, made already or on its way
 */
export function appModulesPlugin(
  apply: 'build' | 'serve',
  site: () => Site | Promise<Site>,
): Plugin {
  let root = '.';
  return {
    name: `yokoten:app-modules-${apply}`,
    apply,
    configResolved(config) {
      ({ root } = config);
    },
    async resolveId(id, importer) {
      if (id.startsWith(PREFIX)) return `\0${id}`;
      if (importer?.startsWith(OURS) && id.startsWith('./'))
        return new URL(id, `x:/${importer.slice(OURS.length)}`).pathname.replace('/', OURS);
      if (!WITH_OURS.test(id)) return undefined;
      const found = await this.resolve(id, importer, { skipSelf: true });
      return found ?? this.resolve(id, builderFile(root), { skipSelf: true });
    },
    async load(id) {
      return id.startsWith(OURS) ? (await site()).modules.get(id.slice(OURS.length)) : undefined;
    },
    transformIndexHtml: {
      order: 'pre',
      async handler() {
        const { modules } = await site();
        if (!modules.has('index.js')) return [];
        return [
          {
            tag: 'script',
            attrs: { type: 'module' },
            children: `import '${INDEX}';`,
            injectTo: 'head-prepend',
          },
        ];
      },
    },
  };
}

/** A file of the package that makes such apps: what it depends on is found from there, however packages are installed. */
function builderFile(root: string): string | undefined {
  try {
    return createRequire(join(root, 'package.json')).resolve('@yokoten/benefits/build');
  } catch {
    // The project has none: what it imports must be its own.
    return undefined;
  }
}
