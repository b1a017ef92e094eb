import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOOKS, violations } from '../src/axe.ts';
import { packAll } from '../src/pack.ts';
import { canOpenPages, closeBrowser, openPage } from '../src/page.ts';
import { root } from '../src/run.ts';
import { serveFolder } from '../src/serve.ts';
import { foreignNames, namesIn } from './municipality-names.ts';
import { endOf, networkCut, outputOf } from './outside-app.ts';
import { outerEnvironment } from './registry-server.ts';

const minutes = 60_000;
const templates = readdirSync(join(root, 'templates'));

/** Who an app is made for. */
interface Town {
  readonly kind: string;
  readonly name: string;
  readonly flags: readonly string[];
  /** What `yokoten doctor` rightly finds wrong in it. */
  readonly findings: readonly string[];
}

const TOWNS: readonly Town[] = [
  { kind: 'a village', name: '青ヶ島村', flags: ['--municipality', '134023'], findings: [] },
  { kind: 'a designated city', name: '横浜市', flags: ['--municipality', '141003'], findings: [] },
  {
    kind: 'a fictitious town',
    name: '見本市',
    flags: ['--example', 'mihon'],
    findings: ['yokoten/sample-data-left', 'yokoten/placeholder-left'],
  },
];

/** Files in which a municipality says who it is. */
const ITS_OWN =
  /^(yokoten\.config\.jsonc|yokoten\.lock\.json|README[^/]*|publiccode\.yml|(data|schemes)\/.*)$/;
const NOT_OURS = /^(node_modules|vendor|dist)\/|\.tgz$|-lock\.(json|yaml)$/;

/** Every template by every way an app comes to be takes minutes, so `npm test` leaves it to `.ci/run`. */
describe('every template, for every kind of town', { tags: ['ci'] }, () => {
  let folder = '';
  let began = 0;
  let cut: readonly string[] = [];
  // What this machine fetched once is not asked for again.
  const env = {
    ...outerEnvironment(),
    npm_config_prefer_offline: 'true',
    npm_config_audit: 'false',
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'yokoten-templates-'));
    await packAll();
    cut = networkCut();
    began = performance.now();
  }, 5 * minutes);
  afterAll(async () => {
    await closeBrowser();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    console.log(
      `Every template took ${((performance.now() - began) / minutes).toFixed(1)} minutes.`,
    );
  });

  const appOf = (template: string, manager: string, town: Town): string =>
    join(folder, template, manager, town.name, 'my-app');

  describe.each(templates)('%s', (template) => {
    test.each(['npm', 'pnpm'])(
      'is scaffolded, installed with %s and built with the network off',
      async (manager) => {
        const cli = join(root, 'packages/create-yokoten/dist/cli.js');
        let before: string | undefined;
        for (const town of TOWNS) {
          const app = appOf(template, manager, town);
          const place = join(app, '..');
          mkdirSync(place, { recursive: true });
          const flags = [
            '--template',
            template,
            ...town.flags,
            '--yes',
            '--no-git',
            '--no-install',
          ];
          const packages = ['--packages', join(root, '.cache/pack')];
          await outputOf(process.execPath, [cli, 'my-app', ...flags, ...packages], place, env);
          if (before === undefined) await outputOf(manager, ['install'], app, env);
          else bequeath(before, app);
          const [command, ...args] = [...cut, manager, 'run', 'build'] as const;
          await outputOf(command, args, app, env);
          expect(existsSync(join(app, 'dist/index.html'))).toBe(true);
          before = app;
        }
      },
      5 * minutes,
    );

    test('npm and pnpm lead to the same site', () => {
      for (const town of TOWNS) {
        const [one, other] = ['npm', 'pnpm'].map((manager) =>
          digests(join(appOf(template, manager, town), 'dist')),
        );
        expect(one, town.kind).toEqual(other);
      }
    });

    test.each(TOWNS)('names nobody outside of config and data: $kind', (town) => {
      const app = appOf(template, 'npm', town);
      for (const path of filesOf(app)) {
        if (NOT_OURS.test(path)) continue;
        const text = readFileSync(join(app, path), 'utf8');
        if (ITS_OWN.test(path)) expect(foreignNames(text, town.name), path).toEqual([]);
        else {
          expect(namesIn(text), path).toEqual([]);
          expect(text, path).not.toContain(town.name);
        }
      }
      const site = join(app, 'dist');
      for (const path of filesOf(site)) {
        if (!/\.(html|json|js|css|md|txt|webmanifest|xml)$/.test(path)) continue;
        expect(foreignNames(readFileSync(join(site, path), 'utf8'), town.name), path).toEqual([]);
      }
    });

    test.each(TOWNS)('gives doctor nothing to find but what is there: $kind', async (town) => {
      const program = join(root, 'packages/yokoten/dist/cli.js');
      const args = [program, 'doctor', appOf(template, 'npm', town), '--format', 'json'];
      const { code, stdout, stderr } = await endOf(process.execPath, args, folder, env);
      const { findings } = JSON.parse(stdout || '{}') as {
        findings: readonly { code: string; level: string }[];
      };
      const problems = findings.filter(({ level }) => level === 'problem').map((one) => one.code);
      expect(
        problems.filter((one) => !town.findings.includes(one)),
        stderr,
      ).toEqual([]);
      expect(code).toBe(problems.length === 0 ? 0 : 1);
      if (town.findings.length > 0) expect(problems).not.toEqual([]);
    });

    test.skipIf(!canOpenPages).each(TOWNS)(
      'opens in a browser, and axe finds nothing: $kind',
      async (town) => {
        const server = await serveFolder(join(appOf(template, 'npm', town), 'dist'));
        try {
          for (const [look, options] of LOOKS) {
            const { page, complaints, close } = await openPage(server.url, options);
            await page.waitForFunction(isDrawn);
            await page.waitForLoadState('networkidle');
            await page.getByRole('heading', { level: 1, name: town.name }).waitFor();
            expect(await page.title()).toContain(town.name);
            expect(await violations(page), look).toEqual([]);
            expect(complaints, look).toEqual([]);
            await close();
          }
        } finally {
          await server.close();
        }
      },
      2 * minutes,
    );
  });
});

/** Runs in the page: its elements stand there, not only what shows without JavaScript. */
function isDrawn(): boolean {
  const elements = [...document.body.children].filter(({ localName }) => localName.includes('-'));
  const drawn = elements
    .filter(({ localName }) => customElements.get(localName) !== undefined)
    .filter((one) => (one.shadowRoot ?? one).childElementCount > 0);
  return elements.length > 0 && drawn.length === elements.length;
}

/** Apps of one template depend on the same, so the next takes over what was installed for the one before. */
function bequeath(from: string, to: string): void {
  const [given, wanted] = [from, to].map((app) => readFileSync(join(app, 'package.json'), 'utf8'));
  expect(wanted).toBe(given);
  for (const name of ['package-lock.json', 'pnpm-lock.yaml']) {
    if (existsSync(join(from, name))) copyFileSync(join(from, name), join(to, name));
  }
  renameSync(join(from, 'node_modules'), join(to, 'node_modules'));
}

/** Paths with `/` of all files below a folder, sorted. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

function digests(folder: string): string[] {
  return filesOf(folder).map((path) => {
    const hash = createHash('sha256').update(readFileSync(join(folder, path)));
    return `${path} ${hash.digest('hex')}`;
  });
}
