import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Migration } from '../src/internal/upgrade/migrations.ts';
import { renameKey, setValue } from '../src/internal/upgrade/config-edit.ts';
import type { Ownership } from '../src/internal/upgrade/app-record.ts';
import { next, type App, type TemplateOf } from './upgrade-app.ts';

/** One copy of the 2021 hazard-map template as facts: what it has in files and settings, not its words. */
export interface Fork {
  readonly repository: string;
  /** Git's hash of the root tree of the template that it was made from. */
  readonly base: string;
  /** `false` where its first commit holds own changes too, so that the base is the nearest one. */
  readonly exact?: false;
  readonly commits: number;
  /** Day of the last commit that was seen. */
  readonly last: string;
  /** Keys of its settings that differ from the base's. */
  readonly keys: readonly ('city' | 'prefecture' | 'tiles' | 'shikuchoson')[];
  /** Its settings are no JSON: a comma is missing. */
  readonly broken?: true;
  /** Tile layers in its settings. */
  readonly tiles: number;
  /** Pictures it shows. */
  readonly images: number;
  readonly files: readonly {
    readonly name: string;
    readonly columns: readonly string[];
    readonly rows: number;
    /** Four mebibytes or more, which were not read: columns and rows are not known. */
    readonly large?: true;
  }[];
  /** Lines of other files that differ from the base's; none are counted where a file is no text. */
  readonly edits: readonly {
    readonly path: string;
    readonly added: number;
    readonly removed: number;
  }[];
}

/**
 * The public copies that differ from the template: 56 of the 60 repositories with its settings file (without the
 * template itself and three that changed nothing), as they stood in November 2026, compared with `git diff` against the
 * template's commit of the same tree.
 */
export const FORKS = JSON.parse(
  readFileSync(new URL('data/real-forks.json', import.meta.url), 'utf8'),
) as readonly Fork[];

/** What no build reads, and what a build writes. */
const NO_SOURCE =
  /^(README|LICENSE|docs\/|build\/|src\/generated\/|package-lock\.json$|\.nojekyll$)|\.csv$/;

/** Edits of a copy's program and of what builds it. */
export function sourceEdits({ edits }: Fork): Fork['edits'] {
  return edits.filter(({ path }) => !NO_SOURCE.test(path));
}

/** Copies that own settings, data and pictures alone. */
export const CONFIG_ONLY = FORKS.filter((fork) => sourceEdits(fork).length === 0);

const HAZARDS = [
  'flood-l2',
  'flood-l1',
  'flood-duration',
  'collapse-flow',
  'collapse-erosion',
  'inland-flood',
  'storm-surge',
  'tsunami',
  'debris-flow',
  'steep-slope',
  'landslip',
  'avalanche',
  'reservoir',
  'liquefaction',
];

/** What its owner did, done to an app of ours: data and pictures of that shape, and settings by the keys they changed. */
export function settle(app: App, { repository, files, keys, tiles, images }: Fork): void {
  for (const { name, columns, rows, large } of files)
    app.write(
      `data/${name}`,
      large ? csv(['name', 'lat', 'lon'], 200_000) : `\ufeff${csv(columns, rows)}`,
    );
  for (let i = 0; i < images; i += 1)
    app.write(`images/legend-${i}.png`, Uint8Array.from([137, 80, i]));
  const own = { ja: repository };
  const values: Readonly<Record<Fork['keys'][number], readonly [key: string[], value: unknown]>> = {
    city: [['title'], own],
    prefecture: [['credit', 'source'], own],
    shikuchoson: [['municipality'], '132012'],
    tiles: [['hazardLayers'], HAZARDS.slice(0, tiles)],
  };
  let config = app.read('yokoten.config.jsonc');
  for (const key of keys) config = setValue(config, ...values[key]);
  app.write('yokoten.config.jsonc', `${config}// ${repository}\n`);
  app.commit();
}

function cell(column: string, row: number): string {
  if (/^(lat|緯度)/i.test(column)) return String(35 + row / 1000);
  if (/^(lon|lng|経度)/i.test(column)) return String(139 + row / 1000);
  return row % 7 === 3 ? `"${column}, ""${row}"""` : `${column}${row}`;
}

/** Made-up rows below real column names, with what a spreadsheet puts between quotes. */
export function csv(columns: readonly string[], rows: number): string {
  const lines = Array.from({ length: rows }, (_, row) =>
    columns.map((column) => cell(column, row)).join(','),
  );
  return [columns.join(','), ...lines].map((line) => `${line}\r\n`).join('');
}

const folder = fileURLToPath(new URL('../../../templates/disaster-map/', import.meta.url));
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

/** The repository's own template as a release; its package file as the scaffolder would write it. */
export function realTemplate(version: string): TemplateOf {
  const { files } = JSON.parse(read('template.json')) as { files: Record<string, Ownership> };
  const plain = Object.entries(files).filter(
    ([path]) => !path.includes('*') && path !== 'package.json',
  );
  const manifest = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
  const dependencies = Object.fromEntries(
    Object.keys(manifest.dependencies).map((name) => [
      name,
      name === 'vite' ? '8.3.8' : `^${version}`,
    ]),
  );
  const text = JSON.stringify(
    { ...manifest, name: '{{yokoten:package}}', dependencies },
    undefined,
    2,
  );
  return {
    version,
    files: {
      ...Object.fromEntries(plain.map(([path, owner]) => [path, [owner, read(path)] as const])),
      'package.json': ['merged', `${text}\n`],
    },
  };
}

/** What three releases after the first one do. */
export function threeReleases(first: TemplateOf): readonly [TemplateOf, TemplateOf, TemplateOf] {
  // Dependency bump, and a change of the workflow.
  const second = next(first, '1.1.0', {
    'package.json': changed('package.json', first, (text) =>
      text.replaceAll('^1.0.0', '^1.1.0').replace('8.3.8', '8.4.0'),
    ),
    '.github/workflows/deploy.yml': changed('.github/workflows/deploy.yml', first, (text) =>
      text.replace('node-version: 24', 'node-version: 26'),
    ),
    '.gitignore': changed('.gitignore', first, (text) => `${text}.cache/\n`),
  });
  // Another form of the config; one file renamed, one deleted.
  const third = next(
    second,
    '2.0.0',
    {
      'yokoten.config.jsonc': changed('yokoten.config.jsonc', second, (text) =>
        text
          .replace('"schemaVersion": 1', '"schemaVersion": 2')
          .replace('"hazardLayers"', '"rasters"'),
      ),
      'src/main.ts': undefined,
      'src/page.ts': changed('src/main.ts', second, (text) => `${text}import './later';\n`),
      'index.html': changed('index.html', second, (text) => text.replace('main.ts', 'page.ts')),
      '.gitattributes': undefined,
      'package.json': changed('package.json', second, (text) =>
        text.replaceAll('^1.1.0', '^2.0.0'),
      ),
    },
    { 'src/main.ts': 'src/page.ts' },
  );
  // Files added, one of them the owner's.
  const fourth = next(third, '2.1.0', {
    'SECURITY.md': ['template', 'Write to the office.\n'],
    'docs/accessibility.md': ['yours', 'Statement\n'],
    'index.html': changed('index.html', third, (text) =>
      text.replace('permalink', 'permalink print'),
    ),
  });
  return [second, third, fourth];
}

/** The config's form changes once in these releases. */
export const MIGRATION: Migration = {
  to: 2,
  summary: {
    ja: '「hazardLayers」の名前を「rasters」に変えます',
    en: 'Rename hazardLayers to rasters',
  },
  apply: (text) => renameKey(text, ['hazardLayers'], 'rasters'),
};

function changed(
  path: string,
  from: TemplateOf,
  edit: (text: string) => string,
): readonly [Ownership, string] {
  const [owner, text] = from.files[path] ?? ['template', ''];
  const edited = edit(String(text));
  if (edited === text) throw new Error(`${path} was not changed`);
  return [owner, edited];
}
