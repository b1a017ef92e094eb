import { extname, relative, sep } from 'node:path';
import type { Connect, Plugin, ViteDevServer } from 'vite';
import { appModulesPlugin } from './app-modules-plugin.ts';
import { contentSecurityPolicy } from './csp.ts';
import type { Language } from './language.ts';
import { innerPage } from './inner-page.ts';
import { completePage } from './page.ts';
import { toPluginError } from './plugin-error.ts';
import { describeProblems } from './print-problems.ts';
import { readText } from './project-files.ts';
import { cacheFolderOf, makeSite, SOURCES, type Site } from './site.ts';

/** The same site on the development server, made anew whenever config, data or pictures change. */
export function devPlugin(language: Language): Plugin[] {
  let current: Promise<Site> | undefined;
  let server: ViteDevServer;

  function site(): Promise<Site> {
    current ??= makeSite(server.config.root, {
      env: process.env,
      cacheFolder: cacheFolderOf(server.config.root),
      lateFont: true,
    }).then(
      (made) => {
        const lines = describeProblems(made.problems, language);
        if (lines.length > 0) server.config.logger.warn(`\n${lines.join('\n')}\n`);
        return made;
      },
      (error: unknown) => {
        throw toPluginError(error, language);
      },
    );
    return current;
  }

  async function renew(): Promise<void> {
    current = undefined;
    try {
      await site();
      server.moduleGraph.invalidateAll();
      server.ws.send({ type: 'full-reload' });
    } catch (error) {
      // The page keeps the last good state below the panel, and reloads when the fault is mended.
      const message = error instanceof Error ? error.message : String(error);
      server.config.logger.error(message);
      server.ws.send({ type: 'error', err: { message, stack: '' } });
    }
  }

  const plugin: Plugin = {
    name: 'yokoten:dev',
    apply: 'serve',
    configureServer(started) {
      server = started;
      let timer: NodeJS.Timeout | undefined;
      server.watcher.on('all', (_, path) => {
        if (!isSource(server.config.root, path)) return;
        clearTimeout(timer);
        // Editors write a file in several steps; a copied folder is many files.
        timer = setTimeout(() => void renew(), 100);
      });
      server.middlewares.use(serveFiles(site));
      server.middlewares.use(servePages(site, server));
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { path }) {
        const { page, pages, hosts } = await site();
        const csp = contentSecurityPolicy(hosts, 'dev');
        const parts = { ...page, csp, modulePreloads: [] };
        const inner = pages.get(path.slice(1));
        try {
          return inner === undefined
            ? completePage(html, parts)
            : innerPage(html, parts, path.slice(1), inner);
        } catch (error) {
          throw toPluginError(error, language);
        }
      },
    },
  };
  return [plugin, appModulesPlugin('serve', site)];
}

const TYPES: Readonly<Record<string, string>> = {
  '.json': 'application/json; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Answers for the site's made files; pictures and scripts are Vite's. */
function serveFiles(site: () => Promise<Site>): Connect.NextHandleFunction {
  return async (request, response, next) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    const type = TYPES[extname(path)];
    if (type === undefined || !/^(assets\/|yokoten\.json$)/.test(path)) return next();
    try {
      const { files, late } = await site();
      const content =
        files.find((one) => one.path === path)?.content ??
        (await late.find((one) => one.path === path)?.make());
      if (content === undefined) return next();
      response.setHeader('Content-Type', type);
      response.setHeader('Cache-Control', 'no-store');
      response.end(content);
    } catch (error) {
      next(error);
    }
  };
}

/** The pages beside the first one, made from the same `index.html`. */
function servePages(site: () => Promise<Site>, server: ViteDevServer): Connect.NextHandleFunction {
  return async (request, response, next) => {
    const { pathname: asked } = new URL(request.url ?? '/', 'http://localhost');
    const pathname = /^\/[\w-]+\/$/.test(asked) ? `${asked}index.html` : asked;
    if (!/^\/[\w-]+\/[\w-]+\.html$/.test(pathname)) return next();
    try {
      const { pages } = await site();
      const html = pages.has(pathname.slice(1))
        ? await readText(server.config.root, 'index.html')
        : undefined;
      if (html === undefined) return next();
      // The server looks for scripts where the page seems to lie.
      const fromBase = html.replaceAll(/(\s(?:src|href)=")\.\//g, '$1/');
      const page = await server.transformIndexHtml(pathname, fromBase);
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.setHeader('Cache-Control', 'no-store');
      response.end(page);
    } catch (error) {
      next(error);
    }
  };
}

function isSource(root: string, path: string): boolean {
  const [first = ''] = relative(root, path).split(sep);
  return SOURCES.includes(first);
}
