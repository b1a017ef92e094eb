import * as fc from 'fast-check';
import type { OldMap } from './adopt-app.ts';

/** One layer of a generated copy, as a test wants it back. */
export interface OldLayer {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly form: 'utf-8' | 'bom' | 'cp932' | 'crlf';
}

/** A generated copy of the hazard-map template, and what is in it. */
export interface OldHazardMap {
  readonly generation: 'city' | 'ward' | 'json';
  readonly layers: readonly OldLayer[];
  readonly tiles: readonly OldTile[];
  readonly pictures: readonly string[];
  readonly edits: readonly string[];
  readonly files: OldMap;
}

interface OldTile {
  readonly name: string;
  readonly url: string;
  readonly attribution?: string;
  readonly checked?: boolean;
}

const PORTAL = '<a href="https://disaportal.gsi.go.jp/">ハザードマップポータルサイト</a>';
const raster = (folder: string): string =>
  `https://disaportaldata.gsi.go.jp/raster/${folder}/{z}/{x}/{y}.png`;
const TILES: readonly OldTile[] = [
  {
    name: '洪水浸水想定区域（想定最大規模）',
    url: raster('01_flood_l2_shinsuishin_data'),
    attribution: PORTAL,
  },
  { name: '津波浸水想定', url: raster('04_tsunami_newlegend_data'), attribution: PORTAL },
  { name: '土石流危険渓流', url: raster('05_dosekiryukikenkeiryu'), attribution: PORTAL },
  {
    name: '市の内水',
    url: 'https://tile.example.jp/{z}/{x}/{y}.png',
    attribution: '見本市 &amp; 県',
  },
  { name: '出典のない図', url: 'https://tile.example.jp/b/{z}/{x}/{y}.png' },
];

/** None of the letters here takes more than one unit. */
function lettersOf(text: string): string[] {
  return Array.from({ length: text.length }, (_, at) => text.charAt(at));
}

/** Letters that every form of a file can hold; the quote, the comma and the line break have to be quoted. */
const cell = fc.string({
  unit: fc.constantFrom(...lettersOf('あ避難所一二三AZ09・（）ー、。 "\n,-')),
  maxLength: 12,
});
const EXTRA = [
  '住所',
  '備考',
  '電話',
  'URL',
  '分類',
  '団体コード',
  'ID',
  '説明(英語)',
  'echizen_origin',
];

const layer = fc
  .record({
    prefix: fc.constantFrom('', '1-', '02-', '10-'),
    name: fc.constantFrom('避難所', '▶病院', 'AED', '給水・水道', '消防署', '役所', '学校', '公園'),
    extension: fc.constantFrom('.csv', '.csv', '.CSV', ''),
    columns: fc.shuffledSubarray(EXTRA),
    at: fc.nat({ max: 3 }),
    count: fc.integer({ min: 1, max: 12 }),
    cells: fc.array(cell, { minLength: 1, maxLength: 30 }),
    form: fc.constantFrom('utf-8', 'bom', 'cp932', 'crlf'),
  })
  .map(({ prefix, name, extension, columns, at, count, cells, form }): OldLayer => {
    const header = [...columns.slice(0, at), 'name', 'lat', 'lon', ...columns.slice(at)];
    const rows = Array.from({ length: count }, (_, row) =>
      header.map((column, index) => {
        if (column === 'lat') return (35.6 + row / 1000).toFixed(6);
        if (column === 'lon') return (139.3 + row / 1000).toFixed(6);
        const text = cells[(row * 7 + index) % cells.length] ?? '';
        return column === 'name' ? `施設${row} ${text.replaceAll(/["\n,]/g, '')}`.trim() : text;
      }),
    );
    return { file: `${prefix}${name}${extension}`, header, rows, form };
  });

/** Any copy of the template: either generation, any layers, encodings, rasters, pictures and edits of the program. */
export const hazardMaps: fc.Arbitrary<OldHazardMap> = fc
  .record({
    generation: fc.constantFrom('city', 'ward', 'json'),
    layers: fc.uniqueArray(layer, { selector: ({ file }) => file.toLowerCase(), maxLength: 6 }),
    tiles: fc.shuffledSubarray([...TILES]),
    checked: fc.nat({ max: 9 }),
    pictures: fc.shuffledSubarray(['01-浸水深凡例.png', '02-継続時間.png', '説明.svg', 'icon.svg']),
    edits: fc.shuffledSubarray([
      'checked',
      'tiles-checked',
      'title',
      'added',
      'analytics',
      'background',
    ]),
    comments: fc.boolean(),
  })
  .map(({ checked, comments, ...map }): OldHazardMap => {
    const tiles = map.tiles.map((tile, index) => withChecked(tile, index === checked));
    const whole = { ...map, tiles };
    return Object.assign(whole, { files: filesOf(whole, comments) });
  });

function withChecked(tile: OldTile, checked: boolean): OldTile {
  return checked ? { ...tile, checked } : tile;
}

function filesOf(map: Omit<OldHazardMap, 'files'>, comments: boolean): OldMap {
  const { generation, layers, tiles, pictures, edits } = map;
  const town =
    generation === 'ward' ? { city: null, shikuchoson: '八王子市' } : { city: '八王子市' };
  const config = JSON.stringify({ prefecture: '東京都', ...town, tiles }, undefined, 2);
  const isJson = generation === 'json';
  const text =
    comments && !isJson ? config.replace('{', '{\n  // 説明').replace(/\n\}$/, ',\n}') : config;
  const has = (edit: string): boolean => edits.includes(edit);
  return {
    [`hazardmap-config.json${isJson ? '' : 'c'}`]: text,
    ...Object.fromEntries(layers.map((one) => [`csv/${one.file}`, bytesOf(one)])),
    ...Object.fromEntries(pictures.map((name) => [`images/${name}`, `picture ${name}`])),
    'src/App.tsx': appText(map),
    'src/components/OverlayFeatureLayers.tsx': overlayText('name', has('checked')),
    ...(generation === 'ward'
      ? {}
      : { 'src/components/OverlayTileLayers.tsx': overlayText('tile.name', has('tiles-checked')) }),
    ...(has('added') && { 'src/extra.tsx': 'export const extra = 1;\n' }),
    ...(has('analytics') && { 'public/index.html': '<script>gtag("config")</script>\n' }),
    'package.json': '{ "scripts": { "prepare": "exit 1" } }\n',
  };
}

function appText({ edits, generation }: Omit<OldHazardMap, 'files'>): string {
  const town = generation === 'ward' ? 'config.shikuchoson' : 'config.city';
  const tiles = edits.includes('background')
    ? 'https://bg.example.jp/{z}/{x}/{y}.png'
    : 'https://cyberjapandata.gsi.go.jp/xyz/pale/{z}/{x}/{y}.png';
  const checked = edits.includes('tiles-checked') ? 'checked' : 'checked={tile.checked}';
  return `<title>{${town}}${edits.includes('title') ? '景観マップ' : 'ハザードマップ'}</title>
<TileLayer url="${tiles}" attribution='<a href="https://example.jp/">背景</a>' />
${generation === 'ward' ? `<LayersControl.Overlay key={tile.name} ${checked}>` : ''}
`;
}

function overlayText(name: string, checked: boolean): string {
  return `<LayersControl.Overlay ${checked ? 'checked ' : ''}key={${name}} name={${name}}>\n`;
}

function quoted(text: string): string {
  return /["\n,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function bytesOf({ header, rows, form }: OldLayer): Uint8Array {
  const lineEnd = form === 'crlf' ? '\r\n' : '\n';
  const text =
    [header, ...rows].map((cells) => cells.map(quoted).join(',')).join(lineEnd) + lineEnd;
  if (form === 'cp932') return cp932(text);
  return new TextEncoder().encode(form === 'bom' ? `\ufeff${text}` : text);
}

/** The letters of these files in Microsoft's form of Shift_JIS; Node can read that form, and write none. */
const LETTERS: ReadonlyMap<string, readonly number[]> = new Map(
  lettersOf('あ避難所一二三・（）ー、。施設住備考電話分類団体コード説明英語').map((letter) => [
    letter,
    bytesOfLetter(letter),
  ]),
);

function cp932(text: string): Uint8Array {
  return Uint8Array.from(
    lettersOf(text).flatMap((letter) => LETTERS.get(letter) ?? [letter.codePointAt(0) ?? 63]),
  );
}

function bytesOfLetter(letter: string): readonly number[] {
  const decoder = new TextDecoder('shift_jis');
  for (let lead = 0x81; lead <= 0xfc; lead += 1) {
    for (let trail = 0x40; trail <= 0xfc; trail += 1)
      if (decoder.decode(Uint8Array.of(lead, trail)) === letter) return [lead, trail];
  }
  throw new Error(letter);
}
