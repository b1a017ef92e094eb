/** A layer of vector tiles (Mapbox Vector Tile 2.1) with one feature. */
interface TinyLayer {
  readonly name: string;
  readonly type: 'point' | 'line' | 'polygon';
  /** In 4096ths of the tile, from the top left. */
  readonly points: readonly (readonly [number, number])[];
  readonly tags: Readonly<Record<string, string>>;
}

/** How an archive differs from a good one. */
export interface TinyArchiveOptions {
  /** 1 is MVT, 2 is PNG. */
  readonly tileType?: number;
  /** Layers that its metadata tells of. */
  readonly told?: readonly string[];
}

/** Of every tile the western half is water; a road crosses it from west to east. */
const LAYERS: readonly TinyLayer[] = [
  { name: 'earth', type: 'polygon', points: box(0, 0, 4096, 4096), tags: { kind: 'earth' } },
  { name: 'water', type: 'polygon', points: box(0, 0, 2048, 4096), tags: { kind: 'lake' } },
  {
    name: 'roads',
    type: 'line',
    points: [
      [0, 2048],
      [4096, 2048],
    ],
    tags: { kind: 'highway' },
  },
  {
    name: 'places',
    type: 'point',
    points: [[3072, 1024]],
    tags: { kind: 'locality', name: '見本町' },
  },
];

const MAX_ZOOM = 12;

/** A PMTiles archive (specification 3) of a whole world in Protomaps' schema, in less than a kilobyte. */
export function tinyArchive({
  tileType = 1,
  told = LAYERS.map(({ name }) => name),
}: TinyArchiveOptions = {}): Uint8Array<ArrayBuffer> {
  const tile = LAYERS.flatMap((layer) => field(3, layerBytes(layer)));
  const metadata = [
    ...new TextEncoder().encode(JSON.stringify({ vector_layers: told.map((id) => ({ id })) })),
  ];
  // One entry: from tile 0 on, all tiles of all zooms are the same.
  const tiles = (4 ** (MAX_ZOOM + 1) - 1) / 3;
  const directory = [1, 0, tiles, tile.length, 1].flatMap(varint);
  const bytes = new Uint8Array(127 + directory.length + metadata.length + tile.length);
  const view = new DataView(bytes.buffer);
  bytes.set([...new TextEncoder().encode('PMTiles'), 3]);
  const places = [127, directory.length, 127 + directory.length, metadata.length, 0, 0];
  const data = 127 + directory.length + metadata.length;
  for (const [index, value] of [...places, data, tile.length, tiles, 1, 1].entries()) {
    view.setBigUint64(8 + 8 * index, BigInt(value), true);
  }
  bytes.set([1, 1, 1, tileType, 0, MAX_ZOOM], 96);
  for (const [index, degrees] of [-180, -85, 180, 85].entries()) {
    view.setInt32(102 + 4 * index, degrees * 1e7, true);
  }
  bytes.set(directory, 127);
  bytes.set(metadata, 127 + directory.length);
  bytes.set(tile, data);
  return bytes;
}

function layerBytes({ name, type, points, tags }: TinyLayer): number[] {
  const pairs = Object.entries(tags);
  const feature = [
    ...field(
      2,
      pairs.flatMap((_, index) => [index, index]),
    ),
    ...number(3, ['point', 'line', 'polygon'].indexOf(type) + 1),
    ...field(4, geometry(type, points)),
  ];
  return [
    ...number(15, 2),
    ...field(1, text(name)),
    ...field(2, feature),
    ...pairs.flatMap(([key]) => field(3, text(key))),
    ...pairs.flatMap(([, value]) => field(4, field(1, text(value)))),
    ...number(5, 4096),
  ];
}

/** Commands of the specification: 1 moves, 2 draws lines, 7 closes; then zigzag differences. */
function geometry(type: TinyLayer['type'], points: TinyLayer['points']): number[] {
  let [x, y] = [0, 0];
  const moved = points.map(([nextX, nextY]) => {
    const step = [nextX - x, nextY - y].flatMap((by) => varint(by < 0 ? -2 * by - 1 : 2 * by));
    [x, y] = [nextX, nextY];
    return step;
  });
  const [first = [], ...rest] = moved;
  return [
    ...varint((1 << 3) | 1),
    ...first,
    ...(rest.length === 0 ? [] : varint((rest.length << 3) | 2)),
    ...rest.flat(),
    ...(type === 'polygon' ? varint((1 << 3) | 7) : []),
  ];
}

function box(west: number, north: number, east: number, south: number): [number, number][] {
  return [
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ];
}

function text(value: string): number[] {
  return [...new TextEncoder().encode(value)];
}

function number(tag: number, value: number): number[] {
  return [...varint(tag << 3), ...varint(value)];
}

function field(tag: number, bytes: readonly number[]): number[] {
  return [...varint((tag << 3) | 2), ...varint(bytes.length), ...bytes];
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) | 128, ...varint(Math.floor(value / 128))];
}
