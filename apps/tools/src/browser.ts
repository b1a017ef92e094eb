import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { exitOf, root } from './run.ts';

const NPM_CHROMIUM = '@sparticuz/chromium@153.0.0';

export interface FoundBrowser {
  readonly path: string;
  readonly from: 'CHROME_PATH' | 'Playwright' | 'system' | 'npm';
  /** What its process needs in the environment. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * A Chromium to test with: `CHROME_PATH`, Playwright's cache, an installed Chrome, Edge or Chromium, else on Linux x64
 * one that comes as an npm package, into `.cache/browser`. `undefined` where there is none.
 */
export async function findBrowser(): Promise<FoundBrowser | undefined> {
  const named = process.env.CHROME_PATH;
  if (named !== undefined && named !== '') {
    return existsSync(named) ? { path: named, from: 'CHROME_PATH', env: {} } : undefined;
  }
  const cached = playwrightCandidates().find((path) => existsSync(path));
  if (cached !== undefined) return { path: cached, from: 'Playwright', env: {} };
  const system = systemCandidates().find((path) => existsSync(path));
  if (system !== undefined) return { path: system, from: 'system', env: {} };
  return process.platform === 'linux' && process.arch === 'x64' ? await npmChromium() : undefined;
}

function playwrightCandidates(): string[] {
  const folder =
    process.env.PLAYWRIGHT_BROWSERS_PATH ??
    {
      win32: join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
      darwin: join(homedir(), 'Library/Caches/ms-playwright'),
    }[process.platform as string] ??
    join(homedir(), '.cache/ms-playwright');
  if (!existsSync(folder)) return [];
  const builds = readdirSync(folder).filter((name) => name.startsWith('chromium'));
  const inside = [
    'chrome-linux/chrome',
    'chrome-linux/headless_shell',
    'chrome-linux64/chrome',
    'chrome-headless-shell-linux64/chrome-headless-shell',
    'chrome-win/chrome.exe',
    'chrome-win64/chrome.exe',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  ];
  return builds.flatMap((build) => inside.map((path) => join(folder, build, path)));
}

function systemCandidates(): string[] {
  if (process.platform === 'win32') {
    const roots = [
      process.env['PROGRAMFILES'],
      process.env['PROGRAMFILES(X86)'],
      process.env.LOCALAPPDATA,
    ];
    const inside = [
      'Google/Chrome/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ];
    return roots.flatMap((folder) =>
      folder === undefined ? [] : inside.map((path) => join(folder, path)),
    );
  }
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  const names = [
    'google-chrome',
    'google-chrome-stable',
    'chromium',
    'chromium-browser',
    'microsoft-edge',
    'chromium-headless-shell',
  ];
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Unpacks the npm-shipped Chromium once; it brings the libraries (NSS) that a bare machine lacks, but no fonts. */
async function npmChromium(): Promise<FoundBrowser | undefined> {
  const folder = join(root, '.cache/browser');
  const unpacked = join(folder, 'bin');
  const path = join(unpacked, 'chromium');
  if (!existsSync(path)) {
    console.error(
      'No browser on this machine: fetching Chromium as an npm package (67 MB) into .cache/browser …',
    );
    const install = [
      'install',
      '--prefix',
      folder,
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ];
    const got = await exitOf('npm', [...install, NPM_CHROMIUM], { output: 'quiet' });
    if (got.code !== 0) {
      console.error(got.text);
      return undefined;
    }
    const script = `
      import { mkdirSync } from 'node:fs';
      mkdirSync(${JSON.stringify(unpacked)}, { recursive: true });
      const { default: chromium } = await import('@sparticuz/chromium');
      await chromium.executablePath();`;
    const done = await exitOf('node', ['--input-type=module', '--eval', script], {
      cwd: folder,
      output: 'quiet',
      // It unpacks into the temporary folder, and its own libraries only where it believes to be on this service.
      env: { TMPDIR: unpacked, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    });
    if (done.code !== 0 || !existsSync(path)) {
      console.error(done.text);
      return undefined;
    }
  }
  const libraries = [join(unpacked, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(
    (part) => part !== undefined,
  );
  return { path, from: 'npm', env: { LD_LIBRARY_PATH: libraries.join(':') } };
}
