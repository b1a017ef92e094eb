import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Migration } from '../src/internal/upgrade/migrations.ts';
import { renameKey } from '../src/internal/upgrade/config-edit.ts';
import type { Ownership } from '../src/internal/upgrade/app-record.ts';
import { next, type TemplateOf } from './upgrade-app.ts';

/** One copy of the 2021 hazard-map template as facts: what it has in files and settings, not its words. */
export interface Fork {
  readonly name: string;
  /** Headers of its CSV files, one entry a file. */
  readonly files: readonly (readonly string[])[];
  /** Keys of its settings that differ from the template's. */
  readonly keys: readonly ('city' | 'prefecture' | 'tiles' | 'shikuchoson')[];
  /** Pictures of its own. */
  readonly images: number;
}

const PLAIN = ['name', 'lat', 'lon'] as const;
const HACHIOJI = ['name', 'lat', 'lon', '分類', '説明', '住所', '備考'] as const;
const ECHIZEN = ['name', 'lat', 'lon', 'address', 'echizen_city_origin', 'category1'] as const;
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

/**
 * The copies that edited no source were 16 of the 22 that were read. Of the first three and of the columns of the last
 * but two the headers and counts are facts; of the others only the name is known, and their counts are spread over what
 * was seen: none to three files, the template's three columns or more, most with tiles they have no use for dropped.
 */
export const CONFIG_ONLY: readonly Fork[] = [
  { name: '八王子市', files: times(8, HACHIOJI), keys: ['prefecture', 'city', 'tiles'], images: 2 },
  {
    name: '八王子市（作者の複製）',
    files: times(8, HACHIOJI),
    keys: ['prefecture', 'city', 'tiles'],
    images: 2,
  },
  {
    name: '鯖江市',
    files: times(2, PLAIN),
    keys: ['prefecture', 'city', 'shikuchoson'],
    images: 1,
  },
  {
    name: '練馬区（障害者施設）',
    files: times(3, PLAIN),
    keys: ['prefecture', 'city', 'tiles'],
    images: 1,
  },
  ...['柏市', '金沢市', '京都市', '名護市', '亀岡市', '横浜市', '町田市', '港区', '練馬区'].map(
    (name, i): Fork => ({
      name,
      files: times(i % 4, i % 2 === 0 ? PLAIN : HACHIOJI),
      keys: i % 3 === 0 ? ['prefecture', 'city'] : ['prefecture', 'city', 'tiles'],
      images: i % 3,
    }),
  ),
  {
    name: '越前市の列',
    files: times(2, ECHIZEN),
    keys: ['prefecture', 'city', 'shikuchoson'],
    images: 1,
  },
  { name: '東京都の複製', files: [], keys: [], images: 0 },
  { name: '作った日だけの複製', files: times(1, PLAIN), keys: ['city'], images: 0 },
];

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
