import type { Localized } from '@yokoten/standard';
import type { Municipality } from '@yokoten/standard/municipalities';
import { setValue } from '../upgrade/config-edit.ts';
import { compareFiles, layerName } from './data-target.ts';
import type { FoundMap } from './found.ts';
import { adoptTiles } from './tiles.ts';

/** Where an older map was found. */
export interface Origin {
  /** Last part of its path or address. */
  readonly name: string;
  readonly url?: string;
}

type Path = readonly string[];

/**
 * The template's config with everything that the older map says written into it; its comments stay. What the older map
 * does not say is as the template has it.
 */
export function appConfig(
  template: string,
  found: FoundMap,
  town: Municipality,
  origin: Origin,
): string {
  const { hazardLayers, shown } = adoptTiles(found.tiles);
  const title = titleOf(found, town);
  const values: readonly (readonly [Path, unknown])[] = [
    [['title'], title],
    [['description'], found.description],
    [['credit'], creditOf(title, origin)],
    [['layers'], layersOf(found)],
    [['background'], found.background],
    [['hazardLayers'], hazardLayers.length > 0 ? hazardLayers : undefined],
    [['shownHazardLayer'], shown],
    [['pictures'], picturesOf(found)],
    [['boundary'], boundaryOf(found)],
    [['view'], found.view],
    [['site', 'icon'], found.icon?.target],
    [['site', 'image'], found.image?.target],
  ];
  return values.reduce(
    (text, [path, value]) => (value === undefined ? text : setValue(text, path, value)),
    template,
  );
}

/** The title in English only where it is the template's usual one: any other is a person's to translate. */
function titleOf({ title }: FoundMap, { name, latin }: Municipality): Localized {
  if (title === undefined) return { ja: `${name}の地図`, en: `Map of ${latin}` };
  return title.ja === `${name}ハザードマップ` ? { ja: title.ja, en: `${latin} Hazard Map` } : title;
}

/** The older map is what the data was taken from; whose data that is it did not say. */
function creditOf(title: Localized, { name, url }: Origin): unknown {
  const en = title['en'];
  return {
    source: { ja: `${title.ja}（${name}）`, ...(en !== undefined && { en: `${en} (${name})` }) },
    ...(url?.startsWith('https://') === true && { url }),
    licence: null,
  };
}

/** Listed only where the files alone would not come in this order or look like this. */
function layersOf({ layers }: FoundMap): unknown {
  const byFile = layers.toSorted((a, b) => compareFiles(a.target, b.target));
  const isPlain = layers.every(
    ({ target, settings }, index) =>
      Object.keys(settings).length === 0 && byFile[index]?.target === target,
  );
  if (isPlain) return undefined;
  return layers.map(({ target, settings }) => ({
    name: settings['url'] === undefined ? layerName(target) : target,
    ...settings,
  }));
}

function picturesOf({ pictures }: FoundMap): unknown {
  if (pictures.length === 0) return undefined;
  return pictures.map(({ target, title }) => ({ file: target, title }));
}

const PUT_TOGETHER = {
  ja: '境界の線をつなぎ、GeoJSONにしました。',
  en: 'The lines of the boundary were put together as GeoJSON.',
} as const;

function boundaryOf({ boundary, kind }: FoundMap): unknown {
  if (boundary === undefined) return undefined;
  const { text, url, licence } = boundary.credit;
  return {
    credit: {
      source: text,
      ...(url !== undefined && { url }),
      licence,
      ...(kind === 'hazard-map-template' && { processed: PUT_TOGETHER }),
    },
  };
}
