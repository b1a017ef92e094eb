import type { Problem } from '@yokoten/open-data';
import type { ConfigProblem, DataFile } from '@yokoten/standard/app';
import type { LayerConfig } from './layer-config.ts';
import { nearest } from '@yokoten/standard/nearest';

/** A file of `data/` that is a layer. */
export interface LayerFile {
  readonly file: DataFile;
  /** The file's name without folder, order prefix and extension. */
  readonly id: string;
  readonly config?: LayerConfig;
}

/** The files of `data/` by what they are for; what is for nobody (a README, a dot file) is in neither. */
export interface SortedFiles {
  readonly layers: readonly LayerFile[];
  readonly boundary?: DataFile;
  readonly addresses?: DataFile;
}

const BOUNDARY = 'boundary.geojson';
const ADDRESSES = 'address.csv';
const NOT_A_LAYER =
  /^(\.|~\$)|^(readme.*\.(md|txt)|address\.csv|thumbs\.db|desktop\.ini)$|\.patch\.json$/i;
const ORDER_PREFIX = /^\d+-/;

/** Pairs files with config entries. Layers stand in the config's order, then the unlisted ones in the order of names. */
export function sortFiles(
  files: readonly DataFile[],
  configs: readonly LayerConfig[],
): SortedFiles & {
  readonly problems: readonly ConfigProblem[];
  /** Files that are not here yet, and can be fetched. */
  readonly notFetched: readonly Problem[];
} {
  const problems: ConfigProblem[] = [];
  const absent: Problem[] = [];
  const boundary = files.find(({ path }) => baseName(path) === BOUNDARY);
  const addresses = files.find(({ path }) => baseName(path).toLowerCase() === ADDRESSES);
  const byId = new Map<string, DataFile>();
  for (const file of files.toSorted((a, b) => compareNames(a.path, b.path))) {
    const base = baseName(file.path);
    if (file === boundary || NOT_A_LAYER.test(base)) continue;
    const id = layerId(base);
    const other = byId.get(id);
    if (other === undefined) byId.set(id, file);
    else problems.push(sameName(other.path, file.path));
  }
  const layers: LayerFile[] = [];
  const used = new Set<string>();
  for (const config of configs) {
    const id = layerId(config.name);
    const file = byId.get(id);
    if (file === undefined && config.url !== undefined) absent.push(notFetched(config));
    else if (file === undefined) problems.push(noSuchFile(config, [...byId.keys()]));
    else if (used.has(id)) problems.push(listedTwice(config));
    else layers.push({ file, id, config });
    used.add(id);
  }
  for (const [id, file] of byId) if (!used.has(id)) layers.push({ file, id });
  return {
    layers,
    ...(boundary && { boundary }),
    ...(addresses && { addresses }),
    problems,
    notFetched: absent,
  };
}

/** `data/01-避難所.csv` → `避難所`. Composed form: macOS writes か + ゙ where everybody else writes が. */
function layerId(name: string): string {
  const plain = baseName(name).normalize('NFC');
  const stem = plain.replace(/\.[a-z]{2,8}$/i, '');
  return stem.replace(ORDER_PREFIX, '') || stem;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `2-` before `10-`, and the same order on every machine. */
function compareNames(a: string, b: string): number {
  const [x, y] = [baseName(a), baseName(b)];
  const byNumber = orderNumber(x) - orderNumber(y);
  if (byNumber !== 0 && !Number.isNaN(byNumber)) return byNumber;
  return x < y ? -1 : x > y ? 1 : 0;
}

function orderNumber(name: string): number {
  return ORDER_PREFIX.test(name) ? Number.parseInt(name, 10) : Infinity;
}

function notFetched({ name }: LayerConfig): Problem {
  return {
    code: 'disaster-map/layer-not-fetched',
    severity: 'warning',
    file: `data/${name}`,
    message: {
      ja: 'まだ取得していません。「npx yokoten data pull」を実行してください。',
      en: 'It is not fetched yet. Run: npx yokoten data pull',
    },
  };
}

function noSuchFile({ name, path }: LayerConfig, ids: readonly string[]): ConfigProblem {
  const guess = nearest(layerId(name), ids);
  const ja =
    guess === undefined
      ? `data フォルダーに置くか、項目を消してください。あるファイル: ${ids.join('、') || 'なし'}`
      : `「${guess}」ではありませんか。`;
  const en =
    guess === undefined
      ? `Put it into the folder data, or delete the entry. There: ${ids.join(', ') || 'no file'}.`
      : `Did you mean "${guess}"?`;
  return {
    code: 'disaster-map/unknown-layer',
    path: [...path, 'name'],
    message: {
      ja: `「${name}」というファイルはありません。${ja}`,
      en: `There is no file "${name}". ${en}`,
    },
  };
}

function listedTwice({ name, path }: LayerConfig): ConfigProblem {
  return {
    code: 'disaster-map/duplicate-layer',
    path: [...path, 'name'],
    message: {
      ja: `「${name}」が layers に2回あります。片方を消してください。`,
      en: `"${name}" stands in layers twice. Delete one of the two.`,
    },
  };
}

function sameName(first: string, second: string): ConfigProblem {
  return {
    code: 'disaster-map/duplicate-layer',
    path: [],
    file: second,
    message: {
      ja: `「${first}」と「${second}」は同じ名前になります。片方の名前を変えてください。`,
      en: `"${first}" and "${second}" come to the same name. Rename one of them.`,
    },
  };
}
