import type { MapSourceDataEvent, StyleSpecification } from 'maplibre-gl';
import type { Bbox } from '@yokoten/standard';
import type { Background, VectorBackground } from '../document.ts';
import { latitudeAt } from '../mercator.ts';
import type { Archive } from './archive.ts';
import { EMPTY_MAP, rasterMap, vectorMap } from './base-map.ts';
import type { DrawnBackground } from '../renderer.ts';
import type { GlStyle } from './gl-style.ts';
import { absoluteAddress, imageAddress } from './images.ts';
import type { GlMap } from './library.ts';
import { paletteFor } from './palette.ts';

type State = 'shown' | 'missing';
type Tile = NonNullable<MapSourceDataEvent['tile']>;

/** A host that says nothing for this long counts as missing; a tile that comes later is still shown. */
const PATIENCE_MS = 10_000;
const FADE_MS = 200;

/** What the background tells. */
export interface BackgroundOwner {
  readonly changed: (state: State, drawn: DrawnBackground) => void;
  /** In which language names are written at first. */
  readonly lang: string | undefined;
  /** The vector tiles cannot be used; the raster tiles are drawn instead, where there are any. */
  readonly vectorFailed: (cause: unknown) => void;
  /** West, south, east, north of what is seen. */
  readonly bounds: () => Bbox;
}

/** What lies under the marks: raster tiles, or vector tiles in our style. */
export interface GlBackground {
  readonly set: (background: Background | undefined, vector: VectorBackground | undefined) => void;
  /** Asks again for what did not come. */
  readonly retry: () => void;
  /** Draws the same in the colours that the page has now. */
  readonly recolour: () => void;
  /** Writes the names in another language, where the tiles have it. */
  readonly speak: (lang: string | undefined) => void;
  readonly destroy: () => void;
}

/** Nothing yet. `animate`: whether tiles fade in. */
export function createGlBackground(
  map: GlMap,
  style: GlStyle,
  animate: boolean,
  owner: BackgroundOwner,
): GlBackground {
  let wanted: readonly [Background | undefined, VectorBackground | undefined] = [
    undefined,
    undefined,
  ];
  let archive: Archive | undefined;
  let { lang } = owner;
  let source = '';
  let turn = 0;
  let state: State | undefined;
  let patience: ReturnType<typeof setTimeout> | undefined;
  const loaded = new Set<Tile>();

  function change(next: State): void {
    clearTimeout(patience);
    patience = undefined;
    if (state === next) return;
    state = next;
    owner.changed(next, archive === undefined ? 'raster' : 'vector');
  }

  function isAnyShown(): boolean {
    for (const tile of loaded) if (tile.state !== 'loaded') loaded.delete(tile);
    return [...loaded].some((tile) => isSeen(tile, owner.bounds()));
  }

  function settle(): void {
    if (source !== '' && !isAnyShown()) change('missing');
  }

  function draw(spec: StyleSpecification): void {
    loaded.clear();
    style.set(spec);
  }

  function close(): void {
    clearTimeout(patience);
    patience = undefined;
    archive?.close();
    archive = undefined;
    source = '';
    // Sources of earlier turns are told apart by their names: what arrives late for them is not asked for any more.
    turn += 1;
  }

  function drawRaster(raster: Background | undefined): void {
    if (raster === undefined) return draw(EMPTY_MAP);
    source = `raster ${turn}`;
    const url = imageAddress(absoluteAddress(raster.url), 'failure');
    draw(rasterMap(source, { ...raster, url }, animate ? FADE_MS : 0));
  }

  function drawVector(opened: Archive): void {
    source = `vector ${turn}`;
    draw(vectorMap(source, opened, { palette: paletteFor(map.getContainer()), lang }));
  }

  async function show(): Promise<void> {
    close();
    const asked = turn;
    const [raster, vector] = wanted;
    if (vector === undefined) return drawRaster(raster);
    try {
      const { openArchive } = await import('./archive.ts');
      const opened = await openArchive(absoluteAddress(vector.pmtiles));
      if (asked !== turn) return opened.close();
      archive = opened;
      drawVector(opened);
    } catch (cause) {
      if (asked !== turn) return;
      owner.vectorFailed(cause);
      drawRaster(raster);
      if (raster === undefined) change('missing');
    }
  }

  function again(): void {
    if (archive === undefined) return;
    turn += 1;
    drawVector(archive);
  }

  map.on('sourcedataloading', ({ sourceId, tile }) => {
    if (sourceId !== source || tile === undefined) return;
    patience ??= setTimeout(settle, PATIENCE_MS);
  });
  map.on('sourcedata', ({ sourceId, tile }) => {
    if (sourceId !== source || tile?.state !== 'loaded') return;
    loaded.add(tile);
    if (isSeen(tile, owner.bounds())) change('shown');
  });
  // All tiles of the view are settled, well or badly: a single hole in the map is not worth a word.
  map.on('idle', settle);
  // Without a listener MapLibre writes each tile that did not come to the console. A failure draws no frame by itself,
  // and only after a frame the map says that it is idle.
  map.on('error', () => map.triggerRepaint());

  return {
    set(...backgrounds) {
      wanted = backgrounds;
      state = undefined;
      void show();
    },
    retry() {
      if (state === 'missing') void show();
    },
    recolour: again,
    speak(next) {
      if (next === lang) return;
      lang = next;
      again();
    },
    destroy: close,
  };
}

function isSeen({ tileID }: Tile, [west, south, east, north]: Bbox): boolean {
  const { x, y, z } = tileID.canonical;
  const tiles = 2 ** z;
  const [left, right] = [(x / tiles) * 360 - 180, ((x + 1) / tiles) * 360 - 180];
  const [top, bottom] = [latitudeAt(y / tiles), latitudeAt((y + 1) / tiles)];
  return left < east && right > west && bottom < north && top > south;
}
