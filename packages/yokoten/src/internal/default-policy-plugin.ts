import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const NAME = 'virtual:yokoten/default-policy';
/** `.ts` in the sources, `.js` when published. */
const EXTENSION = import.meta.url.slice(-3);
const FILE = fileURLToPath(new URL(`../page/default-policy${EXTENSION}`, import.meta.url));

/**
 * Puts the page's Trusted Types policy in front of the app's own script: the published page's
 * Content-Security-Policy lets no text become HTML or the address of a script without it.
 */
export function defaultPolicyPlugin(): Plugin {
  return {
    name: 'yokoten:default-policy',
    apply: 'build',
    resolveId: (id) => (id === NAME ? { id: FILE, moduleSideEffects: true } : undefined),
    transformIndexHtml: {
      order: 'pre',
      handler: () => [
        {
          tag: 'script',
          attrs: { type: 'module' },
          children: `import '${NAME}';`,
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}
