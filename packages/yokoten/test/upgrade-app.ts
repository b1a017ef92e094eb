import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createTarGzip } from 'nanotar';
import { onTestFinished } from 'vitest';
import type { Fills, Ownership } from '../src/internal/upgrade/app-record.ts';
import { readProject } from '../src/internal/upgrade/project.ts';
import { folderSource } from '../src/internal/upgrade/release-source.ts';
import type { UpgradeReport } from '../src/internal/upgrade/report.ts';
import { upgrade, type UpgradeOptions } from '../src/internal/upgrade/upgrade.ts';

/** A template of one version, made up by a test. */
export interface TemplateOf {
  readonly version: string;
  readonly files: Readonly<Record<string, readonly [owner: Ownership, text: string | Uint8Array]>>;
  readonly moved?: Readonly<Record<string, string>>;
}

export const FILLS: Fills = {
  code: '132012',
  name: '見本市',
  latin: 'Mihon City',
  package: 'my-map',
};

/** What every made-up template begins with. */
export const FIRST: TemplateOf = {
  version: '1.0.0',
  files: {
    'package.json': [
      'merged',
      '{\n  "name": "{{yokoten:package}}",\n  "private": true,\n  "dependencies": {\n    "yokoten": "^1.0.0"\n  }\n}\n',
    ],
    '.gitignore': ['merged', 'node_modules/\ndist/\n'],
    'index.html': [
      'template',
      '<!doctype html>\n<html>\n  <body>\n    <disaster-map></disaster-map>\n  </body>\n</html>\n',
    ],
    'src/main.ts': ['template', "import '../theme.css';\nimport 'a';\n"],
    '.github/workflows/deploy.yml': ['template', 'name: Publish\non: push\njobs: {}\n'],
    'yokoten.config.jsonc': [
      'yours',
      '{\n  // この町のコード\n  "schemaVersion": 1,\n  "municipality": "{{yokoten:code}}",\n}\n',
    ],
    'theme.css': ['yours', 'body {\n  margin: 0;\n}\n'],
    'README.md': ['yours', '# {{yokoten:latin}}\n'],
  },
};

/** The next version of a template: some files other, some gone (`undefined`). */
export function next(
  before: TemplateOf,
  version: string,
  files: Readonly<Record<string, readonly [Ownership, string | Uint8Array] | undefined>>,
  moved: Readonly<Record<string, string>> = {},
): TemplateOf {
  const kept = Object.entries({ ...before.files, ...files }).filter(
    (pair) => pair[1] !== undefined,
  );
  return {
    version,
    files: Object.fromEntries(kept) as TemplateOf['files'],
    moved: { ...before.moved, ...moved },
  };
}

/** The tarball that npm would publish for it. */
export async function tarballOf({ version, files, moved }: TemplateOf): Promise<Uint8Array> {
  const at = 'package/templates/disaster-map';
  const described = Object.entries(files).map(([path, [owner, content]]) => {
    const isFilled = typeof content === 'string' && content.includes('{{yokoten:');
    const storedAs = path.replace(/(^|\/)\.gitignore$/, '$1_gitignore');
    return [
      path,
      {
        class: owner,
        ...(storedAs === path ? {} : { storedAs }),
        ...(isFilled ? {} : { sha256: createHash('sha256').update(content).digest('hex') }),
      },
    ] as const;
  });
  const template = {
    schemaVersion: 1,
    id: 'disaster-map',
    version,
    files: Object.fromEntries(described),
    moved,
  };
  return createTarGzip([
    { name: 'package/package.json', data: JSON.stringify({ name: 'create-yokoten', version }) },
    { name: `${at}/template.json`, data: JSON.stringify(template) },
    ...Object.entries(files).map(([path, [, content]]) => ({
      name: `${at}/files/${path.replace(/(^|\/)\.gitignore$/, '$1_gitignore')}`,
      data: content,
    })),
  ]);
}

/** A folder that is gone after the test. */
export function temporary(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'yokoten-upgrade-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  return folder;
}

/** A folder of releases as `--releases` takes it. */
export async function releasesIn(
  folder: string,
  ...templates: readonly TemplateOf[]
): Promise<string> {
  const releases = join(folder, 'releases');
  mkdirSync(releases, { recursive: true });
  for (const one of templates)
    writeFileSync(join(releases, `create-yokoten-${one.version}.tgz`), await tarballOf(one));
  return releases;
}

/** An app on disk. */
export interface App {
  readonly root: string;
  git(...args: readonly string[]): string;
  write(path: string, content: string | Uint8Array): void;
  read(path: string): string;
  remove(path: string): void;
  commit(): void;
}

/** What the scaffolder writes for a template, in a repository with one commit. */
export function appFrom(
  { version, files }: TemplateOf,
  parent: string,
  {
    git: inGit = true,
    record = true,
    name = 'my-map',
  }: { git?: boolean; record?: boolean; name?: string } = {},
): App {
  const root = join(parent, name);
  mkdirSync(root, { recursive: true });
  const app = openApp(root);
  const recorded: [string, { sha256: string; class: Ownership }][] = [];
  const archive: [string, string][] = [];
  for (const [path, [owner, content]] of Object.entries(files)) {
    const filled =
      typeof content === 'string'
        ? content.replaceAll(/\{\{yokoten:(\w+)\}\}/g, (_, key: keyof Fills) => FILLS[key])
        : content;
    app.write(path, filled);
    recorded.push([
      path,
      { sha256: createHash('sha256').update(filled).digest('hex'), class: owner },
    ]);
    if (owner !== 'yours' && typeof filled === 'string') archive.push([path, filled]);
  }
  if (record) {
    const text = {
      schemaVersion: 1,
      template: 'disaster-map',
      version,
      fills: FILLS,
      files: Object.fromEntries(recorded),
    };
    app.write('yokoten.lock.json', JSON.stringify(text));
    app.write(
      '.yokoten/base.json',
      JSON.stringify({ schemaVersion: 1, files: Object.fromEntries(archive) }),
    );
  }
  if (inGit) {
    app.git('init', '--quiet', '--initial-branch=main');
    app.commit();
  }
  return app;
}

/** An app that stands in this folder. */
export function openApp(root: string): App {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        HOME: root,
        GIT_CONFIG_GLOBAL: devNull,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'Test',
        GIT_AUTHOR_EMAIL: 'test@example.com',
        GIT_COMMITTER_NAME: 'Test',
        GIT_COMMITTER_EMAIL: 'test@example.com',
      },
    });
  return {
    root,
    git,
    write(path, content) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    },
    read: (path) => readFileSync(join(root, path), 'utf8'),
    remove: (path) => rmSync(join(root, path)),
    commit() {
      git('add', '--all', '--force');
      git('commit', '--quiet', '--allow-empty', '--message', 'x');
    },
  };
}

/** Upgrades an app from a folder of releases. */
export async function upgradeApp(
  app: Pick<App, 'root'>,
  releases: string,
  options: Partial<UpgradeOptions> = {},
): Promise<UpgradeReport> {
  return upgrade(await readProject(app.root), { source: folderSource(releases), ...options });
}

/** Upgrades, and takes the branch over as its owner would. */
export async function upgradeAndMerge(
  app: App,
  releases: string,
  options: Partial<UpgradeOptions> = {},
): Promise<UpgradeReport> {
  const report = await upgradeApp(app, releases, options);
  if (report.place?.kind === 'branch')
    app.git('merge', '--quiet', '--ff-only', report.place.branch);
  return report;
}
