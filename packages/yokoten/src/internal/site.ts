import { join } from 'node:path';
import type { Problem } from '@yokoten/open-data';
import type { AppMunicipality, AppPage, ConfigProblem, DataFile } from '@yokoten/standard/app';
import { loadAppPackage } from './app-package.ts';
import { isRecord } from './config-reader.ts';
import { CONFIG_FILE, parseConfig, type ConfigText } from './config-text.ts';
import type { Hosts } from './csp.ts';
import { DATA_LOCK, withOrigins } from './data-origins.ts';
import { partTexts } from './eject/part-texts.ts';
import { fault, stopOn, YokotenError, type Fault } from './fault.ts';
import { resolveMunicipality } from './municipality.ts';
import { nearest } from '@yokoten/standard/nearest';
import type { PageParts } from './page.ts';
import { readFolder, readText } from './project-files.ts';
import {
  documentFile,
  fontFiles,
  hashed,
  lateFontFiles,
  partFiles,
  reportFile,
  type LateFile,
  type SiteFile,
} from './published-files.ts';
import { readSharedConfig, type SharedConfig } from './shared-config.ts';
import { describeSite } from './site-description.ts';
import { siteStyles } from './site-styles.ts';
import { VERSION } from './version.ts';

/** Everything config and data turn into; the same in a build and on the development server. */
export interface Site {
  readonly files: readonly SiteFile[];
  /** Files beside these that are made when they are asked for. */
  readonly late: readonly LateFile[];
  readonly page: Omit<PageParts, 'csp' | 'modulePreloads'>;
  /** Pages beside the first one, by path. */
  readonly pages: ReadonlyMap<string, AppPage>;
  readonly hosts: Hosts;
  readonly problems: readonly Problem[];
  /** Packages in a lazily loaded part of the app that is needed at once. */
  readonly preload: readonly string[];
  /** What is bundled with the page's own script; none where the element loads a document. */
  readonly modules: ReadonlyMap<string, string>;
}

/** Files and folders of a project that a site is made from; a change in one of them makes it anew. */
export const SOURCES: readonly string[] = [
  CONFIG_FILE,
  'yokoten.lock.json',
  DATA_LOCK,
  'data',
  'images',
  'schemes',
  'pack',
];

/** `--color-primitive-blue-900`, the accent of `@yokoten/ui/tokens.css`. */
const DEFAULT_ACCENT = '#0017c1';

/** What a site is made in. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Keeps what takes long to make. */
  readonly cacheFolder: string;
  /** Whether files that take long wait until somebody asks for them: only a server can do so. */
  readonly lateFont?: boolean;
}

/**
 * Makes the site from the project's files alone: no network, no clock, the same bytes for the same files.
 *
 * @throws YokotenError whatever is wrong with the config, or with the app as a whole
 */
export async function makeSite(
  root: string,
  { env, cacheFolder, lateFont = false }: Surroundings,
): Promise<Site> {
  const source = await readConfig(root);
  const images = await readFolder(root, 'images');
  const { config, municipality } = await checkConfig(source, images);

  const builder = await loadAppPackage(root, config.app, source.place(['app']));
  const output = await builder.build({
    config: source.value,
    municipality,
    files: [
      ...(await withOrigins(root, await readFolder(root, 'data'))),
      ...(await readFolders(root, builder.folders ?? [])),
    ],
  });
  stopOn(output.configProblems.map((problem) => placed(problem, source)));

  const { element } = builder;
  const { document, hosts } = output;
  const report = reportFile(output.problems);
  const parts = new Map(partFiles(output.parts ?? new Map()));
  if (report !== undefined) parts.set('report', report);
  const written = output.file ?? document;
  const page = written === undefined ? undefined : documentFile(written, parts);
  const said = output.text + output.fallbackHtml + (await partTexts(root));
  const [font, licence] = await (lateFont ? lateFontFiles : fontFiles)(said, cacheFolder);
  const fontFile = font.path.slice('assets/'.length);
  const styles = hashed('yokoten', 'css', siteStyles({ fontFile, element, accent: config.accent }));
  const lock = await readText(root, 'yokoten.lock.json');
  const description = describeSite({ config, municipality, document, lock, env });
  return {
    files: [
      ...(page === undefined ? [] : [page]),
      ...parts.values(),
      ...[...(output.files ?? [])].map(([path, content]) => ({ path, content })),
      ...('content' in font ? [font] : []),
      licence,
      styles,
      { path: 'yokoten.json', content: description },
      ...images.map(({ path, bytes }) => ({ path, content: bytes })),
    ],
    late: 'make' in font ? [font] : [],
    page: {
      ...pageParts(config),
      element,
      ...(page !== undefined && { documentUrl: `./${page.path}` }),
      stylesheet: `./${styles.path}`,
      fallbackHtml: output.fallbackHtml,
    },
    pages: output.pages ?? new Map(),
    hosts: { ...hosts, ...(output.isSilent === true && { isSilent: true }) },
    problems: output.problems,
    preload: output.preload ?? builder.preload ?? [],
    modules: output.modules ?? new Map(),
  };
}

async function readFolders(root: string, folders: readonly string[]): Promise<DataFile[]> {
  const all = await Promise.all(folders.map((folder) => readFolder(root, folder)));
  return all.flat();
}

/** Where a project keeps what takes long to make; a package manager clears it with everything else. */
export function cacheFolderOf(root: string): string {
  return join(root, 'node_modules', '.cache', 'yokoten');
}

async function readConfig(root: string): Promise<ConfigText> {
  const text = await readText(root, CONFIG_FILE);
  if (text !== undefined) return parseConfig(text);
  throw new YokotenError(
    fault(
      'yokoten/config-missing',
      `設定ファイル「${CONFIG_FILE}」がありません。\nアプリのフォルダーで実行しているか、確かめてください。`,
      `There is no ${CONFIG_FILE}. Check that you are in the app's folder.`,
      { file: CONFIG_FILE },
    ),
  );
}

/** Everything that is wrong is told at once, as far as it can be known before the app's package is asked. */
async function checkConfig(
  source: ConfigText,
  images: readonly DataFile[],
): Promise<{ readonly config: SharedConfig; readonly municipality: AppMunicipality }> {
  const { config, problems } = readSharedConfig(source.value);
  const faults = [
    ...problems.map((problem) => placed(problem, source)),
    ...missingImages(source, new Set(images.map(({ path }) => path))),
  ];
  const resolved = await resolveMunicipality(config.municipality);
  if ('problem' in resolved) throw new YokotenError(placed(resolved.problem, source), ...faults);
  stopOn(faults);
  return { config, municipality: resolved.municipality };
}

function missingImages(source: ConfigText, images: ReadonlySet<string>): Fault[] {
  return namedImages(source.value).flatMap(([path, at]) => {
    if (!path.startsWith('images/') || images.has(path)) return [];
    const guess = nearest(path, images);
    return [
      fault(
        'yokoten/missing-image',
        `画像「${path}」がありません。${guess === undefined ? 'images フォルダーに入れてください。' : `「${guess}」ではありませんか。`}`,
        `There is no picture ${path}. ${guess === undefined ? 'Put it into the folder images.' : `Did you mean ${guess}?`}`,
        source.place(at),
      ),
    ];
  });
}

/** Where the config names a picture of the app; what has another form is told by whoever reads that key. */
function namedImages({
  site,
  pictures,
}: ConfigText['value']): [path: string, at: readonly (string | number)[]][] {
  const own = isRecord(site) ? ['image', 'icon'].map((key) => [site[key], ['site', key]]) : [];
  const list: readonly unknown[] = Array.isArray(pictures) ? pictures : [];
  const shown = list.map((one, index) => [
    isRecord(one) ? one['file'] : undefined,
    ['pictures', index, 'file'],
  ]);
  return [...own, ...shown].filter(
    (pair): pair is [string, (string | number)[]] => typeof pair[0] === 'string',
  );
}

function pageParts({
  languages,
  title,
  description,
  site,
  accent,
}: SharedConfig): Pick<
  PageParts,
  'languages' | 'title' | 'description' | 'generator' | 'themeColor' | 'siteUrl' | 'image' | 'icon'
> {
  return {
    languages,
    title,
    ...(description && { description }),
    generator: `Yokoten ${VERSION}`,
    themeColor: accent ?? DEFAULT_ACCENT,
    ...(site.url !== undefined && { siteUrl: site.url }),
    ...(site.image !== undefined && { image: encodeURI(site.image) }),
    ...(site.icon !== undefined && { icon: `./${encodeURI(site.icon)}` }),
  };
}

function placed(
  { code, path, file, line, column, message }: ConfigProblem,
  source: ConfigText,
): Fault {
  if (file === undefined) return { code, message, place: source.place(path) };
  const at = { ...(line !== undefined && { line }), ...(column !== undefined && { column }) };
  return { code, message, place: { file, ...at } };
}
