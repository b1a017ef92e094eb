/**
 * Writes src/generated/municipalities.ts from the Ministry's code list, two lists with readings and the N03 boundaries.
 *
 *   node scripts/municipalities.mjs [folder [output]]
 *
 * The folder defaults to ../shared/data beside the repository.
 *
 * The newest list decides which municipalities exist. Nothing is fetched and nothing is guessed: where the boundaries
 * are older than the list, corrections.json says what may be derived, and the rest stays without a bounding box.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { romanise } from './romanise.mjs';
import { frame, readTopology, union } from './shapes.mjs';
import { readWorkbook } from './workbook.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const folder = process.argv[2] ?? here('../../../../shared/data');
const load = (path) => readFileSync(`${folder}/${path}`);
const json = (path) => JSON.parse(load(path).toString('utf8'));
const corrections = JSON.parse(readFileSync(here('corrections.json'), 'utf8'));

const toHiragana = (text) =>
  text
    .normalize('NFKC')
    .replaceAll(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replaceAll(/\s/g, '');

/** Five-digit code → `{ prefecture, name, kana }`, prefectures included, in the order of the codes. */
function readMinistryList() {
  const rows = new Map();
  for (const sheet of readWorkbook(load('codes/000925835.xlsx'))) {
    for (const { A: code, B: prefecture, C: name = '', D: prefectureKana, E: kana = '' } of sheet) {
      if (!/^\d{6}$/.test(code ?? '')) continue;
      rows.set(code.slice(0, 5), {
        code,
        prefecture,
        name: name || prefecture,
        kana: toHiragana(kana || prefectureKana),
      });
    }
  }
  return new Map([...rows].sort(([a], [b]) => Number(a) - Number(b)));
}

/** e-Stat's area codes: reading in small kana where the Ministry writes ぎようだ, and the county (郡). */
function readAreaCodes() {
  const text = new TextDecoder('shift_jis').decode(load('codes/FEA_hyoujun-20220225015648.csv'));
  const areas = new Map();
  for (const line of text.split('\r\n').slice(1)) {
    const [code, , above, aboveKana, name, kana] = line.split(',').map((cell) => cell.slice(1, -1));
    if (code === undefined || name === undefined) continue;
    const inCity = above.endsWith('市');
    areas.set(code, {
      kana: toHiragana(inCity ? aboveKana + kana : kana),
      county: above.endsWith('郡') ? above : undefined,
    });
  }
  return areas;
}

const offices = new Map(
  json('codes/localgovjp.json').map(({ lgcode, citykana, lat, lng }) => [
    lgcode.slice(0, 5),
    { kana: toHiragana(citykana), centroid: [Number(lng), Number(lat)] },
  ]),
);
const list = readMinistryList();
const areas = readAreaCodes();
/** The finer file of one prefecture replaces what the national one simplified away. */
const shapes = new Map([
  ...readTopology(json('boundaries/japan-N03-21_210101.topojson')),
  ...readTopology(json('boundaries/tokyo-N03-21_13_210101.topojson')),
]);

/** Two of three sources decide. */
function reading(five, { kana }) {
  const others = [areas.get(five)?.kana, offices.get(five)?.kana];
  return others[0] !== undefined && others[0] === others[1] ? others[0] : kana;
}

const PLACE_READINGS = {
  県: /けん$/,
  府: /ふ$/,
  都: /と$/,
  市: /し$/,
  区: /く$/,
  町: /(?:ちょう|まち)$/,
  村: /(?:そん|むら)$/,
};

/** `Hachioji` of はちおうじし, and of a ward only what follows its city. */
function latinStem(five, { name }, kana, cityKana) {
  const parts = corrections.kanaParts[five] ?? '';
  const whole = parts.replaceAll('|', '');
  const own = kana.slice(cityKana.length);
  if (!own.startsWith(whole)) {
    throw new Error(`corrections.json: ${five} is read ${own}, not ${whole}`);
  }
  const stem = (parts + own.slice(whole.length)).replace(PLACE_READINGS[name.at(-1)] ?? /$/, '');
  return corrections.ownLatin[five] ?? romanise(stem);
}

const isPrefecture = (code) => code.slice(2, 5) === '000';
const isDesignated = (code) => code[2] === '1' && list.get(code)?.name.endsWith('市') === true;
const designated = [...list.keys()].filter(isDesignated);

/** N03 codes whose shapes make up a municipality: itself, its wards, or all of a prefecture. */
function members(five) {
  if (isPrefecture(five))
    return [...shapes.keys()].filter((code) => code.startsWith(five.slice(0, 2)));
  if (!isDesignated(five)) return corrections.unitedFrom[five] ?? [five];
  const wards = [...shapes.keys()].filter(
    (code) => code[2] === '1' && code.startsWith(five.slice(0, 2)),
  );
  return wards.filter((code) => designated.findLast((city) => city < code) === five);
}

const thousandths = (degrees, round) => round(Math.round(degrees * 1e6) / 1000);

/** `[west, south, width, height, x, y]` in thousandths of a degree, x and y from the south-west corner. */
function geometry(five) {
  const parts = members(five).flatMap((code) => (shapes.has(code) ? [shapes.get(code)] : []));
  if (!parts.flat().some(({ area }) => area > 0)) {
    const office = offices.get(corrections.officeOf[five] ?? five);
    return office.centroid.map((degrees) => thousandths(degrees, Math.round));
  }
  const { centroid } = frame(parts.flat());
  const bbox = union(parts.map((part) => frame(part).bbox));
  const [west, south] = bbox.slice(0, 2).map((degrees) => thousandths(degrees, Math.floor));
  const [east, north] = bbox.slice(2).map((degrees) => thousandths(degrees, Math.ceil));
  const [x, y] = centroid.map((degrees) => thousandths(degrees, Math.round));
  return [west, south, east - west, north - south, x - west, y - south];
}

let city;
const rows = [...list].map(([five, row]) => {
  const kana = reading(five, row);
  if (isPrefecture(five)) city = undefined;
  const cityKana = city !== undefined && row.name.endsWith('区') ? city : '';
  if (isDesignated(five)) city = kana;
  return {
    code: Number(five),
    name: row.name,
    kana,
    latin: latinStem(five, row, kana, cityKana),
    county: areas.get(five)?.county ?? '',
    geometry: geometry(five),
  };
});

/** Neighbours in the list are neighbours on the map, so differences compress better than values. */
const differences = (values) => values.map((value, i) => value - (values[i - 1] ?? 0));
const columns = {
  codes: differences(rows.map((row) => row.code)),
  names: rows.map((row) => row.name),
  kana: rows.map((row) => row.kana),
  latinStems: rows.map((row) => row.latin),
  counties: rows.map((row, i) => (row.county === rows[i - 1]?.county ? '' : row.county || '-')),
  wests: differences(rows.map((row) => row.geometry[0])),
  souths: differences(rows.map((row) => row.geometry[1])),
  widths: rows.map((row) => row.geometry[2] ?? 0),
  heights: rows.map((row) => row.geometry[3] ?? 0),
  xs: rows.map((row) => row.geometry[4] ?? 0),
  ys: rows.map((row) => row.geometry[5] ?? 0),
};
const declarations = Object.entries(columns).map(
  ([name, values]) => `export const ${name}: string =\n  "${values.join(',')}";\n`,
);
writeFileSync(
  process.argv[3] ?? here('../src/generated/municipalities.ts'),
  `// Written by scripts/municipalities.mjs; edit that or corrections.json, not this.\n${declarations.join('')}`,
);
console.log(
  `${rows.length} rows, ${rows.filter((row) => row.geometry.length === 2).length} without a bounding box`,
);
