import { readAttribution } from './attribution.ts';
import type { FoundCredit } from './found.ts';
import { attribute, openingTags } from './program-text.ts';
import type { TemplateConfig } from './template-config.ts';

/** Which of some layers are on the map at first: all, none, those with these names, or those up to this number. */
export type Shown = 'all' | 'none' | ReadonlySet<string> | { readonly first: number };

/** A background of a map, as its program names it. */
interface ProgramBackground {
  readonly url: string;
  readonly credit?: FoundCredit;
}

/** What the program of a copy says, which the template had no setting for. */
export interface ProgramSettings {
  /** Absent where the program says nothing of it, or nothing that could be understood. */
  readonly layers?: Shown;
  readonly tiles?: Shown;
  readonly title?: string;
  readonly background?: ProgramBackground;
  /** Colours of the marks in the order of the layers, as the program names them. */
  readonly colors?: readonly string[];
}

/** Texts of a copy's program by path. */
export type ProgramTexts = ReadonlyMap<string, string>;

const APP = 'src/App.tsx';
const LAYERS = 'src/components/OverlayFeatureLayers.tsx';
const TILES = 'src/components/OverlayTileLayers.tsx';
const OVERLAY = 'LayersControl.Overlay';

/** Reads the program's texts; nothing of them is run. */
export function programSettings(texts: ProgramTexts, config: TemplateConfig): ProgramSettings {
  const app = texts.get(APP) ?? '';
  const ofLayers = shownBy(texts.get(LAYERS) ?? '');
  const ofTiles = shownBy(texts.get(TILES) ?? app);
  const title = titleOf(app, config);
  const background = backgroundOf(app);
  const colors = colorsOf(texts.get(LAYERS) ?? '');
  return {
    ...(ofLayers && { layers: ofLayers }),
    ...(ofTiles && { tiles: ofTiles }),
    ...(title !== undefined && { title }),
    ...(background && { background }),
    ...(colors && { colors }),
  };
}

function shownBy(source: string): Shown | undefined {
  const [tag] = openingTags(source, OVERLAY);
  const checked = tag && attribute(tag.text, 'checked');
  if (checked === undefined) return undefined;
  if (checked === true || checked === 'true') return 'all';
  if (checked === 'false') return 'none';
  const one = /^\w+(?:\.name)?\s*===?\s*["'`]([^"'`]+)["'`]$/.exec(checked)?.[1];
  if (one !== undefined) return new Set([one]);
  const listed = /^\[([^\][]*)\]\.includes\(\w+(?:\.name)?\)$/.exec(checked)?.[1];
  if (listed !== undefined)
    return new Set([...listed.matchAll(/["'`]([^"'`]+)["'`]/g)].map((match) => match[1] ?? ''));
  const count = /^\w+\s*(===?|<=?)\s*(\d{1,3})$/.exec(checked);
  if (count?.[1]?.startsWith('=') === true && count[2] === '0') return { first: 1 };
  if (count?.[1]?.startsWith('<') === true)
    return { first: Number(count[2]) + (count[1] === '<=' ? 1 : 0) };
  return undefined;
}

/** Whether a layer is on the map at first; `undefined` where nothing is said of it. */
export function isShown(
  shown: Shown | undefined,
  name: string,
  index: number,
): boolean | undefined {
  if (shown === undefined) return undefined;
  if (shown === 'all' || shown === 'none') return shown === 'all';
  return 'first' in shown ? index < shown.first : shown.has(name);
}

function titleOf(
  app: string,
  { prefecture, city, shikuchoson }: TemplateConfig,
): string | undefined {
  const written = /<title>([^<]{0,200})<\/title>/.exec(app)?.[1];
  if (written === undefined) return undefined;
  const names = new Map(Object.entries({ prefecture, city, shikuchoson }));
  const title = written.replaceAll(
    /\{\s*config\.(\w+)\s*\}/g,
    (all, key: string) => names.get(key) ?? all,
  );
  const plain = title
    .replaceAll(/\{\s*["'`]([^"'`{}]*)["'`]\s*\}/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return plain === '' || /[{}]/.test(plain) ? undefined : plain;
}

function backgroundOf(app: string): ProgramBackground | undefined {
  for (const { text } of openingTags(app, 'TileLayer')) {
    const url = attribute(text, 'url');
    if (typeof url !== 'string' || !/^(https?:)?\/\//.test(url)) continue;
    const credit = readAttribution(attribute(text, 'attribution'));
    return { url, ...(credit && { credit }) };
  }
  return undefined;
}

function colorsOf(source: string): readonly string[] | undefined {
  const list = /\biconColors\s*=\s*\[([^\][]{0,1000})\]/.exec(source)?.[1];
  if (list === undefined) return undefined;
  return [...list.matchAll(/["'`]([a-z]{1,20})["'`]/g)].map((match) => match[1] ?? '');
}
