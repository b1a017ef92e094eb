import type { ForeignFile, ForeignTree } from '../foreign/foreign.ts';
import { textOf } from '../upgrade/tree.ts';
import { DataTargets, layerName } from './data-target.ts';
import {
  note,
  type FoundLayer,
  type FoundMap,
  type FoundPicture,
  type KeptFile,
  type Note,
} from './found.ts';
import { iconOf } from './icon-file.ts';
import { asideNote, renamedNote } from './layer-notes.ts';
import { tallyOf } from './layer-tally.ts';
import { licenceNotes } from './licence-notes.ts';
import { osmBoundary } from './osm-boundary.ts';
import { isShown, programSettings, type ProgramSettings } from './program-settings.ts';
import { markColor } from './mark-colors.ts';
import { shownColumns } from './shown-columns.ts';
import { isOtherData, programTexts, sourceEdits } from './source-edits.ts';
import { readTemplateConfig, templateConfigFile } from './template-config.ts';
import { tileAddress } from './tile-address.ts';
import { isUpstream, upstreamVersion } from './upstream.ts';

/** The background that the template has of its own. */
const USUAL_BACKGROUND = 'https://cyberjapandata.gsi.go.jp/xyz/pale/{z}/{x}/{y}.png';
const STANDARD_BACKGROUND = 'https://cyberjapandata.gsi.go.jp/xyz/std/{z}/{x}/{y}.png';

const PICTURE = /\.(?:jpe?g|png|webp|avif|gif|svg)$/i;

/**
 * Reads a copy of the hazard-map template of 2021, in either form of its config; `undefined` where it is none.
 *
 * @throws YokotenError `yokoten/adopt-config`
 */
export async function readHazardTemplate(tree: ForeignTree): Promise<FoundMap | undefined> {
  const configFile = templateConfigFile(tree);
  if (configFile === undefined) return undefined;
  const config = await readTemplateConfig(configFile);
  const texts = await programTexts(tree);
  const settings = programSettings(texts, config);
  const upstream = upstreamVersion(tree);
  const notes: Note[] = [...config.notes];
  const { layers, kept } = await readLayers(tree, settings, notes);
  const tiles = config.tiles.map((tile, index) => ({
    ...tile,
    isShown: tile.isShown || isShown(settings.tiles, tile.name, index) === true,
  }));
  const shown = tiles.filter((tile) => tile.isShown);
  if (shown.length > 1) notes.push(severalShown(shown.map(({ name }) => name)));
  const boundary = await readBoundary(tree, notes);
  const background = backgroundOf(settings);
  const icon = iconOf(tree);
  const { prefecture = '', city = '', shikuchoson } = config;
  const names = shikuchoson === undefined ? [city] : [`${city}${shikuchoson}`, shikuchoson];
  const title = settings.title ?? `${shikuchoson ?? city}ハザードマップ`;
  return {
    kind: 'hazard-map-template',
    ...(upstream && { upstream }),
    places: names.filter((name) => name !== '').map((name) => `${prefecture}${name}`),
    title: { ja: title },
    layers,
    tiles,
    ...(background !== undefined && { background }),
    pictures: readPictures(tree),
    ...(icon && { icon }),
    ...(boundary && { boundary }),
    kept: [...kept, ...keptDocuments(tree)],
    edits: await sourceEdits(tree, upstream, texts, settings),
    notes: [...notes, ...(await licenceNotes(tree, isUpstream))],
  };
}

async function readLayers(
  { files }: ForeignTree,
  settings: ProgramSettings,
  notes: Note[],
): Promise<{ layers: FoundLayer[]; kept: KeptFile[] }> {
  const targets = new DataTargets();
  const layers: FoundLayer[] = [];
  const kept: KeptFile[] = [];
  for (const file of inOrder(files, 'csv/')) {
    const name = file.path.slice('csv/'.length);
    const keep = (): number => kept.push({ file, target: `adopted/${file.path}` });
    if (/^\.|\/|\.md$/.test(name)) {
      if (name !== '.keep' && name !== '.gitkeep') keep();
      continue;
    }
    const tally = await tallyOf(await file.read(), file.path);
    const aside = asideNote(file.path, tally);
    if (aside !== undefined) {
      notes.push(aside);
      keep();
      continue;
    }
    if (isSample(file)) notes.push(sample(file.path));
    const target = targets.add(name);
    if (target !== name.normalize('NFC')) notes.push(renamedNote(file.path, target));
    const index = layers.length;
    const visible = isShown(settings.layers, layerName(name), index);
    const color = markColor(settings.colors, index);
    const fields = shownColumns(tally);
    layers.push({
      file,
      target,
      settings: {
        ...(visible !== undefined && { visible }),
        ...(color !== undefined && { color }),
        ...(fields && { fields }),
      },
    });
  }
  return { layers, kept };
}

/** In the order in which the template's program takes the files of a folder. */
function inOrder(files: readonly ForeignFile[], folder: string): ForeignFile[] {
  return files
    .filter(({ path }) => path.startsWith(folder))
    .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function readPictures({ files }: ForeignTree): FoundPicture[] {
  return inOrder(files, 'images/')
    .filter(({ path }) => PICTURE.test(path))
    .map((file) => {
      const name = file.path.slice('images/'.length);
      const target = name === 'icon.svg' ? 'images/picture-icon.svg' : file.path.normalize('NFC');
      return { file, target, title: layerName(name) };
    });
}

/** What the owner wrote about the map, data that the map did not show, and what lies among the pictures without being one. */
function keptDocuments({ files }: ForeignTree): KeptFile[] {
  return files
    .filter(
      ({ path, blob }) =>
        (/^(README|NOTICE|LICENSE)[^/]*$/i.test(path) && !isUpstream(path, blob)) ||
        isOtherData(path) ||
        (path.startsWith('images/') && !PICTURE.test(path) && !/\/\.(git)?keep$/.test(path)),
    )
    .map((file) => ({ file, target: `adopted/${file.path}` }));
}

async function readBoundary({ files }: ForeignTree, notes: Note[]): Promise<FoundMap['boundary']> {
  const file = files.find(({ path }) => path === 'src/generated/city-osm.json');
  const json = file === undefined ? undefined : textOf({ bytes: await file.read() });
  const text = json === undefined ? undefined : osmBoundary(json);
  if (text !== undefined) {
    const credit = {
      text: 'OpenStreetMap contributors',
      url: 'https://www.openstreetmap.org/copyright',
      licence: 'ODbL-1.0',
    };
    return { text, credit };
  }
  notes.push(
    note(
      'boundary',
      '境界線は、元のフォルダーに入っていません。\n「npx yokoten data pull starter --municipality コード」で取得できます。',
      'The boundary is not in the folder. Fetch one with: npx yokoten data pull starter --municipality CODE',
    ),
  );
  return undefined;
}

function backgroundOf({ background }: ProgramSettings): unknown {
  if (background === undefined || background.url === USUAL_BACKGROUND) return undefined;
  if (background.url === STANDARD_BACKGROUND) return 'gsi-std';
  const url = tileAddress(background.url)?.url;
  if (url === undefined) return undefined;
  const { credit } = background;
  return {
    url,
    credit: {
      source: credit?.text ?? '背景の地図（出典の記載なし）',
      ...(credit?.url !== undefined && { url: credit.url }),
      licence: null,
    },
  };
}

function isSample({ path, size }: ForeignFile): boolean {
  return path === 'csv/01-サンプル.csv' && size < 600;
}

function sample(file: string): Note {
  return note(
    'sample',
    'ひな形の見本のデータのようです。要らなければ、data フォルダーから消してください。',
    'This seems to be the sample data of the template. If it is not wanted, delete it from the folder data.',
    file,
  );
}

function severalShown(names: readonly string[]): Note {
  return note(
    'several-shown',
    `元の地図は${names.length}つのハザードマップを、はじめから重ねていました。新しいページで重ねるのは一つです。はじめは「${names[0]}」で、ほかはページで選べます。`,
    `The older map began with ${names.length} hazard maps on top of each other. The new page shows one at a time, at first "${names[0]}"; the others can be chosen there.`,
  );
}
