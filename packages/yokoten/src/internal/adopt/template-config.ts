import { parseTree, type ParseError } from 'jsonc-parser';
import { isRecord } from '../config-reader.ts';
import { fault, YokotenError } from '../fault.ts';
import type { ForeignFile, ForeignTree } from '../foreign/foreign.ts';
import { valueAt } from '../upgrade/config-edit.ts';
import { readAttribution } from './attribution.ts';
import { note, type FoundTile, type Note } from './found.ts';
import { tileAddress } from './tile-address.ts';
import type { ConfigGeneration } from './upstream.ts';

/** What the config of a copy of the hazard-map template says. */
export interface TemplateConfig {
  readonly generation: Exclude<ConfigGeneration, 'none'>;
  readonly prefecture?: string;
  /** The municipality; in the later form, the designated city of a ward. */
  readonly city?: string;
  readonly shikuchoson?: string;
  readonly tiles: readonly FoundTile[];
  readonly notes: readonly Note[];
}

const NAMES = ['hazardmap-config.jsonc', 'hazardmap-config.json'];

const KEYS = ['prefecture', 'city', 'shikuchoson', 'tiles'];

/** The config of a copy of the template; `undefined` where the folder is none. */
export function templateConfigFile({ files }: Pick<ForeignTree, 'files'>): ForeignFile | undefined {
  return NAMES.map((name) => files.find(({ path }) => path === name)).find(
    (file) => file !== undefined,
  );
}

/**
 * Reads either form of the config. Since March 2022 `city` is the designated city of a ward and `shikuchoson` the
 * municipality; before, `city` was the municipality. A slip in the syntax is passed over as the template's own program
 * does, and told.
 *
 * @throws YokotenError `yokoten/adopt-config`
 */
export async function readTemplateConfig(file: ForeignFile): Promise<TemplateConfig> {
  const text = new TextDecoder().decode(await file.read());
  const value = valueAt(text, []);
  if (!isRecord(value)) throw unreadable(file.path);
  const notes: Note[] = slips(text, file.path);
  const isLater = Object.hasOwn(value, 'shikuchoson');
  const generation = isLater ? 'ward' : file.path.endsWith('.json') ? 'json' : 'city';
  const [prefecture, city, shikuchoson] = ['prefecture', 'city', 'shikuchoson'].map((key) =>
    nameOf(value[key]),
  );
  for (const key of Object.keys(value)) if (!KEYS.includes(key)) notes.push(unknownKey(key, file));
  const list: readonly unknown[] = Array.isArray(value['tiles']) ? value['tiles'] : [];
  const tiles = list.flatMap((one, index) => readTile(one, index, file.path, notes));
  return {
    generation,
    ...(prefecture !== undefined && { prefecture }),
    ...(city !== undefined && { city }),
    ...(shikuchoson !== undefined && { shikuchoson }),
    tiles,
    notes,
  };
}

/** The first slip: the others mostly follow from it. */
function slips(text: string, file: string): Note[] {
  const errors: ParseError[] = [];
  parseTree(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first === undefined) return [];
  const line = text.slice(0, first.offset).split('\n').length;
  return [
    note(
      'setting-left-out',
      `${line}行目の書き方に誤りがあります。元の地図と同じように、読めるところを読みました。`,
      `There is a slip in the syntax at line ${line}. What can be read was read, as the older map did.`,
      file,
    ),
  ];
}

function unreadable(file: string): YokotenError {
  return new YokotenError(
    fault(
      'yokoten/adopt-config',
      '元の地図の設定が読めません。\n全体が「{」と「}」で囲まれているか、確かめてください。',
      'The config of the older map cannot be read. Check that everything stands between { and }.',
      { file },
    ),
  );
}

/** Copies also write the word `null` in quotes. */
function nameOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const name = value.normalize('NFKC').replaceAll(/\s/g, '');
  return name === '' || name === 'null' || name.length > 40 ? undefined : name;
}

function readTile(value: unknown, index: number, file: string, notes: Note[]): FoundTile[] {
  const tile = isRecord(value) ? value : {};
  const name = typeof tile['name'] === 'string' ? tile['name'].trim() : '';
  const address = typeof tile['url'] === 'string' ? tileAddress(tile['url']) : undefined;
  if (name === '' || address === undefined) {
    notes.push(
      note(
        'tile-left-out',
        `重ねる地図の${index + 1}番目「${name || '（名前なし）'}」は、アドレスか名前が使えません。移していません。`,
        `Raster ${index + 1}, "${name || '(no name)'}", has no address or name that can be used. It was not taken over.`,
        file,
      ),
    );
    return [];
  }
  if (address.isChanged) notes.push(otherAddress(name, address.url, file));
  if (typeof tile['opacity'] === 'number') notes.push(opacityLeft(name, file));
  const credit = readAttribution(tile['attribution']);
  return [
    {
      name,
      url: address.url,
      ...(credit && { credit }),
      isShown: tile['checked'] === true,
    },
  ];
}

function otherAddress(name: string, url: string, file: string): Note {
  return note(
    'setting-left-out',
    `「${name}」のアドレスを、ページで使える形にしました: ${url}`,
    `The address of "${name}" was written as pages can use it: ${url}`,
    file,
  );
}

function opacityLeft(name: string, file: string): Note {
  return note(
    'setting-left-out',
    `「${name}」の濃さの指定は移していません。濃さは、見る人がページで変えられます。`,
    `How strong "${name}" is drawn was not taken over: readers choose that on the page.`,
    file,
  );
}

function unknownKey(key: string, { path }: ForeignFile): Note {
  const shown = key.slice(0, 60);
  return note(
    'setting-left-out',
    `設定「${shown}」は、元のひな形にない項目です。移していません。`,
    `The setting "${shown}" is none of the template's. It was not taken over.`,
    path,
  );
}
