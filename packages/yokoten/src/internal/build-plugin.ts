import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Plugin, ResolvedConfig, Rolldown } from 'vite';
import { appModulesPlugin } from './app-modules-plugin.ts';
import { contentSecurityPolicy } from './csp.ts';
import { YokotenError } from './fault.ts';
import { annotateFault, annotateProblem, summaryTable } from './github.ts';
import { githubStep } from './github-environment.ts';
import type { Language } from './language.ts';
import { modulePreloads } from './module-preloads.ts';
import { innerPage } from './inner-page.ts';
import { completePage, type PageParts } from './page.ts';
import { toPluginError } from './plugin-error.ts';
import { describeProblems } from './print-problems.ts';
import { readText } from './project-files.ts';
import { cacheFolderOf, makeSite, SOURCES, type Site } from './site.ts';

/** The site in a build: its files, its page, and the findings where the person who committed sees them. */
export function buildPlugin(language: Language): Plugin[] {
  let config: ResolvedConfig;
  let site: Site;
  let stale = false;
  /** What the bundler made of `index.html`, before it is completed. */
  let bare = '';

  function make(): Promise<Site> {
    return attempt(config.root, language, async () => {
      const cacheFolder = cacheFolderOf(config.root);
      const made = await makeSite(config.root, { env: process.env, cacheFolder });
      const html = await readText(config.root, 'index.html');
      if (html !== undefined) complete(html, made, {});
      return made;
    });
  }

  const plugin: Plugin = {
    name: 'yokoten:build',
    apply: 'build',
    async configResolved(resolved) {
      config = resolved;
      // Before the bundler starts: it would wrap what is wrong in its own words and stack.
      site = await make();
    },
    async buildStart() {
      // Only `vite build --watch` comes here twice.
      if (stale) site = await make();
      stale = true;
      for (const path of SOURCES) this.addWatchFile(join(config.root, path));
      for (const { path, content } of site.files) {
        this.emitFile({ type: 'asset', fileName: path, source: content });
      }
      await tell(site, config, language);
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => {
        bare = html;
        return complete(html, site, bundle ?? {});
      },
    },
    // Not as files of the bundle: each of thousands would be measured, compressed and listed.
    async writeBundle({ dir }, bundle) {
      if (dir === undefined || site.pages.size === 0) return;
      await writePages(dir, site.pages, withPolicy(site, bundle), bare);
    },
  };
  return [plugin, appModulesPlugin('build', () => site)];
}

async function writePages(
  folder: string,
  pages: Site['pages'],
  parts: PageParts,
  html: string,
): Promise<void> {
  const folders = new Set([...pages.keys()].map((path) => dirname(path)));
  for (const path of folders) await mkdir(join(folder, path), { recursive: true });
  const left = pages.entries();
  // A disk that answers late is waited for by several at once; all share the one iterator.
  const writeLeft = async (): Promise<void> => {
    for (const [path, page] of left)
      await writeFile(join(folder, path), innerPage(html, parts, path, page));
  };
  await Promise.all(Array.from({ length: 16 }, writeLeft));
}

/** Notes of one step: GitHub shows ten of each level, and a file of garbled text has thousands of repairs. */
const ANNOTATED = 100;

const SEVERITIES = ['error', 'warning', 'info'];

function complete(html: string, site: Site, bundle: Rolldown.OutputBundle): string {
  return completePage(html, withPolicy(site, bundle));
}

function withPolicy({ page, hosts, preload }: Site, bundle: Rolldown.OutputBundle): PageParts {
  return {
    ...page,
    csp: contentSecurityPolicy(hosts, 'build'),
    modulePreloads: modulePreloads(bundle, preload),
  };
}

/** A fault leaves a note on GitHub Actions and goes on as an error without a stack. */
async function attempt<T>(root: string, language: Language, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const step = githubStep(root, process.env);
    if (step !== undefined && error instanceof YokotenError) {
      for (const fault of error.faults) console.log(annotateFault(fault, step.prefix));
    }
    throw toPluginError(error, language);
  }
}

async function tell(
  { problems }: Site,
  { root, logger }: ResolvedConfig,
  language: Language,
): Promise<void> {
  if (problems.length === 0) return;
  logger.warn(`\n${describeProblems(problems, language).join('\n')}\n`);
  const step = githubStep(root, process.env);
  if (step === undefined) return;
  // GitHub shows only the first notes of a step: what hides a row comes before what was only read differently.
  const weightiestFirst = problems.toSorted(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
  for (const problem of weightiestFirst.slice(0, ANNOTATED))
    console.log(annotateProblem(problem, step.prefix));
  if (step.summaryFile !== undefined)
    await appendFile(step.summaryFile, summaryTable(weightiestFirst));
}
