import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { searchForWorkspaceRoot, type Plugin, type UserConfig } from 'vite';
import { APPS } from './app-package.ts';
import { reportPortTaken } from './port-taken.ts';
import type { Language } from './language.ts';

/** Browsers of 2022 and later. */
const TARGET = ['es2022', 'chrome105', 'edge105', 'firefox110', 'safari16'];

/** Packages that must reach the browser as they are: their workers lie beside the code that starts them. */
const OURS = ['@yokoten/ui', '@yokoten/standard', '@yokoten/open-data', '@yokoten/rules'];

/** The settings of Vite that a site needs; what the project's `vite.config` says itself has precedence. */
export function settingsPlugin(language: Language): Plugin {
  return {
    name: 'yokoten:settings',
    config(user) {
      const root = resolve(user.root ?? '.');
      const apps = [...APPS.values()].map((app) => app.package);
      const settings: UserConfig = {
        // Addresses relative to the page work at the root, under a sub-path and with a custom domain alike.
        base: user.base ?? './',
        // A missing file is a missing file: never the page instead.
        appType: user.appType ?? 'mpa',
        build: {
          target: user.build?.target ?? TARGET,
          rolldownOptions: {
            output: {
              // Not every host knows what kind of file a module is that is called `.mjs`: a worker would not start.
              assetFileNames: ({ names }) =>
                `assets/[name]-[hash]${names[0]?.endsWith('.mjs') ? '.js' : '[extname]'}`,
            },
          },
          // Inlined data: addresses of scripts and fonts would be refused by the page's policy.
          assetsInlineLimit: user.build?.assetsInlineLimit ?? 0,
          // What a page needs at once its head asks for; what comes later is fetched ahead when there is time.
          modulePreload: user.build?.modulePreload ?? false,
          // The minifier drops the notices that the bundled libraries ask to be kept.
          license: user.build?.license ?? { fileName: 'assets/licenses.md' },
        },
        worker: { format: user.worker?.format ?? 'es' },
        server: {
          port: user.server?.port ?? 5173,
          strictPort: user.server?.strictPort ?? true,
          fs: { allow: [searchForWorkspaceRoot(root), ...linkedFolders(root, [...OURS, ...apps])] },
        },
        optimizeDeps: { exclude: [...OURS, ...apps] },
      };
      return settings;
    },
    configureServer(server) {
      reportPortTaken(server, language);
    },
  };
}

/** Where our packages really lie when they are linked from elsewhere (`npm link`, a workspace). */
function linkedFolders(root: string, names: readonly string[]): string[] {
  const require = createRequire(join(root, 'package.json'));
  return names.flatMap((name) => {
    try {
      return [dirname(realpathSync(require.resolve(`${name}/package.json`)))];
    } catch {
      // A package that the project does not have needs no permission to be read.
      return [];
    }
  });
}
