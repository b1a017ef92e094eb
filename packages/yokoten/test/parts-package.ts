import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createTarGzip } from 'nanotar';
import {
  appFrom,
  FIRST,
  next,
  releasesIn,
  temporary,
  type App,
  type TemplateOf,
} from './upgrade-app.ts';

/** A package with parts, made up by a test: texts by the names of the parts. */
export interface PartsOf {
  readonly version: string;
  readonly parts: Readonly<Record<string, string>>;
}

export const DETAIL = `import { html } from 'lit';
import { row } from '@yokoten/disaster-map/parts/row.js';

export function detailView(place: string): string {
  const title = place;
  const address = row('address');

  return html(title, address);
}

const footer = 'end';
void footer;
`;

/** The first version of the package that every made-up app has. */
export const PARTS: PartsOf = {
  version: '1.0.0',
  parts: { detail: DETAIL, 'strings-first': "export const ja = { list: '一覧' };\n" },
};

function filesOf({ version, parts }: PartsOf): [string, string][] {
  const entries = Object.entries(parts).map(([id, text]) => ({
    id,
    title: { ja: `題${id}`, en: `title of ${id}` },
    description: { ja: '説明', en: 'what it is' },
    module: `element/${id}-view.js`,
    exports: [id === 'detail' ? 'detailView' : 'ja'],
    sha256: createHash('sha256').update(text).digest('hex'),
  }));
  const manifest = {
    name: '@yokoten/disaster-map',
    version,
    type: 'module',
    exports: { './parts.json': './dist/parts/parts.json', './package.json': './package.json' },
  };
  return [
    ['package.json', JSON.stringify(manifest)],
    ['dist/parts/parts.json', JSON.stringify({ schemaVersion: 1, parts: entries })],
    ...Object.entries(parts).map(([id, text]): [string, string] => [`dist/parts/${id}.txt`, text]),
  ];
}

/** Installs the package where an app below `folder` finds it. */
export function installParts(folder: string, parts: PartsOf): void {
  for (const [path, text] of filesOf(parts)) {
    const file = join(folder, 'node_modules/@yokoten/disaster-map', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** A template whose `package.json` wants this version of the package. */
export function wanting(template: TemplateOf, version: string): TemplateOf {
  const [owner, text] = FIRST.files['package.json'] ?? ['merged', '{}'];
  const manifest = JSON.parse(String(text).replaceAll('{{yokoten:package}}', 'x')) as object;
  const dependencies = { '@yokoten/disaster-map': `^${version}`, yokoten: '^1.0.0' };
  const written = JSON.stringify(
    { ...manifest, name: '{{yokoten:package}}', dependencies },
    undefined,
    2,
  );
  return next(template, version, { 'package.json': [owner, `${written}\n`] });
}

/** An app that has the package, and the folder of releases of both. */
export async function appWithParts(
  ...later: readonly PartsOf[]
): Promise<{ app: App; folder: string; releases: string }> {
  const folder = temporary();
  const all = [PARTS, ...later];
  const templates = all.map(({ version }) => wanting(FIRST, version));
  const releases = await releasesIn(folder, ...templates);
  for (const one of all) {
    const entries = filesOf(one).map(([path, data]) => ({ name: `package/${path}`, data }));
    const file = join(releases, `yokoten-disaster-map-${one.version}.tgz`);
    writeFileSync(file, await createTarGzip(entries));
  }
  installParts(folder, PARTS);
  const [first = FIRST] = templates;
  return { app: appFrom(first, folder), folder, releases };
}
