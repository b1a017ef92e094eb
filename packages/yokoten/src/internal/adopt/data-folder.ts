import type { ForeignFile, ForeignTree } from '../foreign/foreign.ts';
import { textOf } from '../upgrade/tree.ts';
import { DataTargets } from './data-target.ts';
import type { FoundLayer, FoundMap, KeptFile, Note } from './found.ts';
import { asideNote, renamedNote } from './layer-notes.ts';
import { tallyOf, type LayerTally } from './layer-tally.ts';
import { licenceNotes } from './licence-notes.ts';

const DATA = /\.(csv|tsv|geojson|json|kml|kmz|xlsx|zip)$/i;

/** Of a program, not of a town. */
const NO_DATA =
  /(^|\/)(package(-lock)?|tsconfig[\w.]*|composer|manifest|yokoten[\w.]*)\.json$|(^|\/)\.|\.patch\.json$/i;

const CODE_COLUMNS = [
  '全国地方公共団体コード',
  '都道府県コード又は市区町村コード',
  '市区町村コード',
];

const PICTURE = /^(?:[^/]+\/)?(?:images?|img|legends?)\/[^/]+\.(?:jpe?g|png|webp|gif|svg)$/i;

/**
 * Reads a plain folder of data files: every file with places is a layer, under its own name. `undefined` where no file
 * has any.
 */
export async function readFolderOfData(tree: ForeignTree): Promise<FoundMap | undefined> {
  const targets = new DataTargets();
  const layers: FoundLayer[] = [];
  const kept: KeptFile[] = [];
  const notes: Note[] = [];
  const codes = new Set<string>();
  let boundary: ForeignFile | undefined;
  for (const file of tree.files) {
    if (!DATA.test(file.path) || NO_DATA.test(file.path)) continue;
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    if (name === 'boundary.geojson') {
      boundary = file;
      continue;
    }
    const tally = await tallyOf(await file.read(), file.path);
    const aside = asideNote(file.path, tally);
    if (aside !== undefined) {
      notes.push(aside);
      kept.push({ file, target: `adopted/${file.path}` });
      continue;
    }
    for (const code of codesOf(tally)) codes.add(code);
    const target = targets.add(name);
    if (target !== name.normalize('NFC')) notes.push(renamedNote(file.path, target));
    layers.push({ file, target, settings: {} });
  }
  if (layers.length === 0) return undefined;
  const [only, ...others] = [...codes];
  const text = boundary === undefined ? undefined : textOf({ bytes: await boundary.read() });
  const documents = tree.files.filter(({ path }) => /^(README|LICENSE|NOTICE)[^/]*$/i.test(path));
  return {
    kind: 'folder',
    places: only !== undefined && others.length === 0 ? [only] : [],
    layers,
    tiles: [],
    pictures: tree.files
      .filter(({ path }) => PICTURE.test(path))
      .map((file) => {
        const name = file.path.slice(file.path.lastIndexOf('/') + 1);
        return {
          file,
          target: `images/${name === 'icon.svg' ? 'picture-icon.svg' : name}`,
          title: name.replace(/\.\w+$/, '').replace(/^\d+-/, ''),
        };
      }),
    ...(text !== undefined && {
      boundary: { text, credit: { text: '境界（出典の記載なし）', licence: null } },
    }),
    kept: [...kept, ...documents.map((file) => ({ file, target: `adopted/${file.path}` }))],
    edits: [],
    notes: [...notes, ...(await licenceNotes(tree, () => false))],
  };
}

/** Codes of municipalities in the files' own columns: where all rows of all files have the same, it is this one. */
function codesOf({ tables, mappings }: LayerTally): Set<string> {
  const codes = new Set<string>();
  for (const [index, { columns }] of mappings.entries()) {
    const at = columns.find(
      ({ standard }) => standard !== undefined && CODE_COLUMNS.includes(standard),
    )?.index;
    if (at === undefined) continue;
    for (const { cells } of tables[index]?.rows ?? []) {
      const cell = (cells[at] ?? '').normalize('NFKC').trim();
      if (/^\d{5,6}$/.test(cell)) codes.add(cell);
    }
  }
  return codes;
}
