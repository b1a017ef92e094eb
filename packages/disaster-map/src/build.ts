import type { AppBuilder, AppInput, AppOutput } from '@yokoten/standard/app';
import { assignColors } from './build/appearance.ts';
import { readAddresses } from './build/addresses.ts';
import { groundHosts } from './build/background.ts';
import { readBoundary } from './build/boundary.ts';
import { readConfig } from './build/config.ts';
import { readFilters } from './build/filters.ts';
import { fallbackHtml } from './build/fallback.ts';
import { hazardOrigins } from './build/hazard-layers.ts';
import type { BuiltLayer, UncolouredLayer } from './build/layer.ts';
import { buildLayers } from './build/layer-parts.ts';
import { sortFiles } from './build/layer-files.ts';
import { tooManyPositions } from './build/too-many-positions.ts';
import { stateOrigins, unknownStateLayers } from './build/state-feed.ts';
import {
  HAZARDS,
  type HazardId,
  type HazardLayer,
  type Layer,
  type MapDocument,
  type RendererChoice,
} from './document.ts';
import { en } from './strings/en.ts';
import { EXAMPLE_FILE } from './strings/example-file.ts';
import { ja } from './strings/ja.ts';
import { jaSimple } from './strings/ja-simple.ts';
import { nowTables } from './strings/now.ts';
import { packDocument } from './packed/pack.ts';
import { ownName } from '@yokoten/ui';

/** What `buildMap` makes: an `AppOutput` whose document is a map. */
export interface MapOutput extends AppOutput {
  readonly document: MapDocument;
}

/** Turns config and data files into a map page; what a Vite plugin for apps calls. */
export const disasterMap: AppBuilder = {
  element: 'disaster-map',
  preload: ['leaflet'],
  build: async (input) => {
    const output = await buildMap(input);
    return { ...output, file: packDocument(output.document) };
  },
};

/** How places say that they are crowded: such words arrive when the font is made already. */
const STATE_WORDS =
  '空き空席余裕混雑大変満員室受入可不能残数名約以上下未満少多普通地区館小中高学校公民体育集会所';

/** What is sure to be loaded: with `auto` the machine decides. */
const PRELOAD: Readonly<Record<RendererChoice, readonly string[]>> = {
  leaflet: ['leaflet'],
  auto: [],
  maplibre: ['maplibre-gl'],
};

/**
 * Reads every file of `data/` as a layer, checks the config, and makes the document that `<disaster-map src>` loads.
 * Never throws for what is in the input: faults of the config, unreadable files and layers that lost more than a tenth
 * of their rows are in `configProblems`; what is wrong with single rows is in `problems`. The same input gives the
 * same output.
 */
export async function buildMap({
  config: written,
  municipality,
  files,
}: AppInput): Promise<MapOutput> {
  const { code, name, bbox } = municipality;
  const { config, problems: configFaults } = readConfig(written);
  const sorted = sortFiles(files, config.layers);
  const { boundary, problems: boundaryFaults } =
    sorted.boundary === undefined
      ? { problems: [] }
      : readBoundary(sorted.boundary, config.boundaryCredit);

  const addresses = await readAddresses(sorted.addresses, config.addressCredit);

  const context = {
    bbox,
    ...(code !== undefined && { code }),
    ...(config.credit && { credit: config.credit }),
    ids: new Map<string, number>(),
    filters: config.filters,
    photoHosts: config.photoHosts,
  };
  const built: BuiltLayer[] = [];
  for (const file of sorted.layers) built.push(...(await buildLayers(file, context)));
  const layers = coloured(built.flatMap(({ layer }) => layer ?? []));

  const { filters, problems: filterFaults } = readFilters(config.filters, layers);
  const { hazardLayers } = config;
  const hosts = groundHosts(config.ground);
  const rasterOrigins = hazardOrigins(hazardLayers);
  const document: MapDocument = {
    schemaVersion: 1,
    municipality: { ...(code !== undefined && { code }), name, bbox },
    title: config.title ?? name,
    languages: config.languages,
    ...(config.sample && { sample: config.sample }),
    ...(config.view && { view: config.view }),
    ...config.ground,
    ...(boundary && { boundary }),
    layers,
    hazards: config.hazards ?? hazardsIn(layers, hazardLayers),
    ...(hazardLayers.length > 0 && { hazardLayers }),
    ...(config.shownHazardLayer && { shownHazardLayer: config.shownHazardLayer }),
    ...(config.pictures.length > 0 && { pictures: config.pictures }),
    ...(filters.length > 0 && { filters }),
    ...(config.contacts.length > 0 && { contacts: config.contacts }),
    ...(addresses.credit && { addresses: { credit: addresses.credit } }),
    ...(config.state && { state: config.state }),
    report: summary(built),
  };
  const problems = [...sorted.notFetched, ...built.flatMap((layer) => layer.problems)];
  return {
    document,
    ...(addresses.table && { parts: new Map([['addresses', addresses.table]]) }),
    problems,
    configProblems: [
      ...configFaults,
      ...sorted.problems,
      ...boundaryFaults,
      ...addresses.problems,
      ...built.flatMap(({ stops }) => stops),
      ...tooManyPositions(layers, boundary),
      ...filterFaults,
      ...unknownStateLayers(config.state, layers),
    ],
    hosts: {
      img: [...new Set([...hosts.img, ...rasterOrigins, ...config.photoHosts])],
      connect: [...new Set([...hosts.connect, ...rasterOrigins, ...stateOrigins(config.state)])],
    },
    ...(config.ground.renderer && { preload: PRELOAD[config.ground.renderer] }),
    fallbackHtml: fallbackHtml(document),
    text: charactersOf([
      document,
      addresses.table?.towns,
      problems.map(({ message, before, after }) => [message, before, after]),
      config.languages.map(ownName),
      ...[ja, en, ...(config.languages.includes('ja-simple') ? [jaSimple] : [])].flatMap(
        (strings) => Object.values(strings).map(wordsOf),
      ),
      config.state && STATE_WORDS,
      config.state && [...nowTables.values()].flatMap((table) => Object.values(table).map(wordsOf)),
      EXAMPLE_FILE,
    ]),
  };
}

function coloured(layers: readonly UncolouredLayer[]): Layer[] {
  const colors = assignColors(layers);
  return layers.map((layer, index) => ({ ...layer, color: colors[index] ?? '' }));
}

/** A hazard that no place is known to be fit or unfit for, and that has no raster, would be an empty choice. */
function hazardsIn(layers: readonly Layer[], rasters: readonly HazardLayer[]): HazardId[] {
  return HAZARDS.filter(
    (id, index) =>
      rasters.some(({ hazard }) => hazard === id) ||
      layers.some(({ places }) => places.some(({ 5: fit }) => /[ox]/.test(fit.charAt(index)))),
  );
}

function summary(built: readonly BuiltLayer[]): MapDocument['report'] {
  const rows = built.reduce((sum, layer) => sum + layer.rows, 0);
  const shown = built.reduce((sum, layer) => sum + layer.shown, 0);
  return { rows, shown, leftOut: rows - shown };
}

/** A text with arguments is a function: its source holds its words. */
function wordsOf(text: unknown): unknown {
  return typeof text === 'function' ? String(text) : text;
}

function charactersOf(value: unknown): string {
  return [...new Set(JSON.stringify(value))].toSorted().join('');
}
