import type { Localized } from '@yokoten/standard';
import { isRecord } from '../config-reader.ts';
import type { ForeignFile, ForeignTree } from '../foreign/foreign.ts';
import { DataTargets } from './data-target.ts';
import { note, type FoundLayer, type KeptFile, type Note } from './found.ts';
import { asideNote } from './layer-notes.ts';
import { tallyOf, type LayerTally } from './layer-tally.ts';
import { mapprintParts } from './mapprint-parts.ts';

/** A config of mapprint, as it was parsed: nothing in it is taken on trust. */
export type MapConfig = Readonly<Record<string, unknown>>;

/** What the sources of a map come to. */
interface ReadSources {
  readonly layers: FoundLayer[];
  readonly kept: KeptFile[];
  readonly notes: Note[];
}

interface Source {
  readonly title: Localized;
  readonly type: 'kml' | 'geojson';
  readonly url: string;
  readonly isHidden: boolean;
}

/** The property by which mapprint sorts the features of GeoJSON. */
const CATEGORY = 'category';

/** Reads the sources of a map: files of the copy as layers, addresses of other servers as what is to be fetched. */
export async function readSources(tree: ForeignTree, config: MapConfig): Promise<ReadSources> {
  const targets = new DataTargets();
  const found: ReadSources = { layers: [], kept: [], notes: [] };
  const settings = config['layer_settings'];
  for (const source of sourcesOf(config, found.notes)) {
    const { title, url, type } = source;
    const file = localFile(tree, url);
    const address = file === undefined ? remoteAddress(url) : undefined;
    if (file !== undefined) {
      const tally = await tallyOf(await file.read(), file.path);
      const aside = asideNote(file.path, tally);
      if (aside === undefined)
        found.layers.push({
          file,
          target: targets.add(`${fileName(title.ja)}.${type}`),
          settings: localSettings(source, tally, settings),
        });
      else {
        found.notes.push(aside);
        found.kept.push({ file, target: `adopted/${file.path}` });
      }
    } else if (address === undefined) found.notes.push(unusable(url));
    else {
      found.notes.push(remote(title.ja, address));
      const parts = mapprintParts(settings, undefined);
      found.layers.push({
        target: targets.add(`${fileName(title.ja)}.${endingOf(address) ?? type}`),
        settings: { url: address, ...lookOf(source, true), ...(parts && { parts }) },
      });
    }
  }
  return found;
}

/** A text of a config of mapprint with its English twin. */
export function localized(config: MapConfig, key: string): Localized | undefined {
  const [ja, en] = [config[key], config[`${key}_en`]].map((text) =>
    typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined,
  );
  if (ja === undefined) return undefined;
  return { ja, ...(en !== undefined && { en }) };
}

function sourcesOf(config: MapConfig, notes: Note[]): Source[] {
  const list: readonly unknown[] = Array.isArray(config['sources']) ? config['sources'] : [];
  return list.filter(isRecord).map((source) => {
    const { id, type, url, show } = source;
    const title = localized(source, 'title') ?? { ja: typeof id === 'string' ? id : 'データ' };
    if (source['updated_search_key'] !== undefined) notes.push(dateLeftOut(title.ja));
    return {
      title,
      type: type === 'geojson' ? 'geojson' : 'kml',
      url: typeof url === 'string' ? url : '',
      isHidden: show === false,
    };
  });
}

/** Features without the property are all of one kind. */
function lookOf({ title, type, isHidden }: Source, hasCategory: boolean): MapConfig {
  return {
    title,
    ...(isHidden && { visible: false }),
    ...(type === 'geojson' && hasCategory && { split: CATEGORY }),
  };
}

function localSettings(source: Source, { tables }: LayerTally, settings: unknown): MapConfig {
  const hasCategory = tables.some(({ header }) => header.includes(CATEGORY));
  const names = tables.flatMap(({ part, header, rows }) => {
    if (source.type === 'kml') return part ?? [];
    const at = header.indexOf(CATEGORY);
    return at === -1 ? [] : rows.map(({ cells }) => cells[at] ?? '');
  });
  const parts = mapprintParts(settings, new Set(names));
  return { ...lookOf(source, hasCategory), ...(parts && { parts }) };
}

function localFile({ files }: ForeignTree, url: string): ForeignFile | undefined {
  if (url === '' || /^(?:[a-z]+:)?\/\//i.test(url)) return undefined;
  const path = url.replace(/^[./~@]*\//, '').replace(/[?#].*$/s, '');
  return ['static/', 'public/', 'assets/', '']
    .map((folder) => files.find((file) => file.path === folder + path))
    .find((file) => file !== undefined);
}

function remoteAddress(url: string): string | undefined {
  const address = url.replace(/^\/\//, 'https://').replace(/^http:\/\//i, 'https://');
  return /^https:\/\//i.test(address) && URL.canParse(address) ? address : undefined;
}

function endingOf(address: string): string | undefined {
  return /\.(xlsx|csv|geojson|json|kml|kmz)$/i.exec(new URL(address).pathname)?.[1]?.toLowerCase();
}

/** A title as the name of a file, on every system. */
function fileName(title: string): string {
  const name = title
    .normalize('NFC')
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u001f\u007f\\/:*?"<>|]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[. ]+|[. ]+$/g, '')
    .slice(0, 60)
    .trim();
  return name === '' ? 'データ' : name;
}

function unusable(url: string): Note {
  return note(
    'unreadable',
    'この取得先には、ファイルもアドレスもありません。移していません。',
    'This source is neither a file nor an address. It was not taken over.',
    url.slice(0, 200),
  );
}

function remote(title: string, url: string): Note {
  return note(
    'remote',
    `「${title}」は別のサーバーにあります。アプリのフォルダーで「npx yokoten data pull」を実行すると取得します: ${url}`,
    `"${title}" is on another server. It is fetched by running npx yokoten data pull in the app's folder: ${url}`,
  );
}

function dateLeftOut(title: string): Note {
  return note(
    'setting-left-out',
    `「${title}」の更新日を説明文から読む指定は、移していません。取得した日時は記録されます。`,
    `How to read the date of "${title}" from its description was not taken over. When it is fetched is recorded.`,
  );
}
