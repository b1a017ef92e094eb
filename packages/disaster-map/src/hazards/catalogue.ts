import type { Credit, HazardLayer } from '../document.ts';
import { DEPTHS, DURATIONS, inside, INLAND_DEPTHS, landslideZones } from './classes.ts';

const OPEN_DATA = 'https://disaportal.gsi.go.jp/hazardmap/copyright/opendata.html';
const TERMS = 'https://disaportal.gsi.go.jp/hazardmapportal/hazardmap/copyright/copyright.html';

const PORTAL: Credit = {
  source: { ja: 'ハザードマップポータルサイト', en: 'Hazard Map Portal Site (MLIT and GSI Japan)' },
  url: OPEN_DATA,
  licence: '公共データ利用規約（第1.0版）',
  licenceUrl: TERMS,
};
/** Some prefectures set conditions of their own for the landslide zones, one of them against commercial use. */
const LANDSLIDE: Credit = {
  ...PORTAL,
  source: {
    ja: 'ハザードマップポータルサイト、国土数値情報（土砂災害警戒区域）',
    en: 'Hazard Map Portal Site; National Land Numerical Information (landslide warning zones)',
  },
  licence: '公共データ利用規約（第1.0版）と、国土数値情報の都道府県ごとの利用条件',
};
/** Shown on the portal, but not in its list of open data: under which terms is not stated. */
const NOT_LISTED: Credit = {
  source: PORTAL.source,
  url: 'https://disaportal.gsi.go.jp/',
  licence: null,
};

function raster(
  id: string,
  folder: string,
  layer: Pick<HazardLayer, 'title' | 'legend'> & Partial<HazardLayer>,
): HazardLayer {
  return {
    id,
    url: `https://disaportaldata.gsi.go.jp/raster/${folder}/{z}/{x}/{y}.png`,
    minZoom: 2,
    maxZoom: 17,
    credit: PORTAL,
    ...layer,
  };
}

/**
 * The rasters of the Hazard Map Portal Site (ハザードマップポータルサイト) that cover the country, in the order of its
 * list of open data. A layer with an empty `legend` can be drawn but not read: no source for its colours is known.
 */
export const hazardCatalogue: readonly HazardLayer[] = [
  raster('flood-l2', '01_flood_l2_shinsuishin_data', {
    hazard: 'flood',
    title: {
      ja: '洪水の浸水の深さ（想定最大規模）',
      en: 'Flood depth (largest rainfall assumed)',
    },
    legend: DEPTHS,
  }),
  raster('flood-l1', '01_flood_l1_shinsuishin_newlegend_data', {
    hazard: 'flood',
    title: { ja: '洪水の浸水の深さ（計画規模）', en: 'Flood depth (rainfall planned for)' },
    legend: DEPTHS,
  }),
  raster('flood-duration', '01_flood_l2_keizoku_data', {
    hazard: 'flood',
    title: {
      ja: '洪水の浸水が続く時間（想定最大規模）',
      en: 'How long a flood stays (largest rainfall assumed)',
    },
    legend: DURATIONS,
  }),
  raster('collapse-flow', '01_flood_l2_kaokutoukai_hanran_data', {
    hazard: 'flood',
    minZoom: 4,
    title: {
      ja: '家屋倒壊等氾濫想定区域（氾濫流）',
      en: 'Houses may collapse in a flood (current)',
    },
    legend: inside({ ja: '区域の中（氾濫流）', en: 'Inside the zone (current)' }, '#ff0000'),
    patterned: true,
  }),
  raster('collapse-erosion', '01_flood_l2_kaokutoukai_kagan_data', {
    hazard: 'flood',
    minZoom: 4,
    title: {
      ja: '家屋倒壊等氾濫想定区域（河岸侵食）',
      en: 'Houses may collapse in a flood (bank erosion)',
    },
    legend: inside(
      { ja: '区域の中（河岸侵食）', en: 'Inside the zone (bank erosion)' },
      '#ff0000',
      '#ff7f7f',
    ),
    patterned: true,
  }),
  raster('inland-flood', '02_naisui_data', {
    hazard: 'inland-flood',
    title: { ja: '内水（雨水出水）の浸水の深さ', en: 'Inland flood depth (rainwater)' },
    legend: INLAND_DEPTHS,
  }),
  raster('storm-surge', '03_hightide_l2_shinsuishin_data', {
    hazard: 'storm-surge',
    title: { ja: '高潮の浸水の深さ（想定最大規模）', en: 'Storm surge depth (largest assumed)' },
    legend: DEPTHS,
  }),
  raster('tsunami', '04_tsunami_newlegend_data', {
    hazard: 'tsunami',
    title: { ja: '津波の浸水の深さ', en: 'Tsunami depth' },
    legend: DEPTHS,
  }),
  raster('debris-flow', '05_dosekiryukeikaikuiki', {
    hazard: 'landslide',
    title: { ja: '土砂災害警戒区域（土石流）', en: 'Landslide zones (debris flow)' },
    legend: landslideZones('keikai_dosekiryu.png', ['#a50021', '#b7334d', '#e6c832', '#ebd35b']),
    credit: LANDSLIDE,
  }),
  raster('steep-slope', '05_kyukeishakeikaikuiki', {
    hazard: 'landslide',
    title: { ja: '土砂災害警戒区域（急傾斜地の崩壊）', en: 'Landslide zones (steep slopes)' },
    legend: landslideZones('keikai_kyukeisya.png', ['#fa2800', '#fb5333', '#fae600', '#fbeb33']),
    credit: LANDSLIDE,
  }),
  raster('landslip', '05_jisuberikeikaikuiki', {
    hazard: 'landslide',
    title: { ja: '土砂災害警戒区域（地すべり）', en: 'Landslide zones (sliding ground)' },
    legend: landslideZones('keikai_jisuberi.png', ['#b40028', '#c33353', '#ff9900', '#ffad33']),
    credit: LANDSLIDE,
  }),
  raster('avalanche', '05_nadarekikenkasyo', {
    title: { ja: '雪崩危険箇所', en: 'Places in danger of avalanches' },
    legend: [],
  }),
  raster('reservoir', '', {
    url: 'https://disaportal.gsi.go.jp/data/raster/07_tameike/{z}/{x}/{y}.png',
    title: { ja: 'ため池が決壊したときの浸水', en: 'Flood when a reservoir breaks' },
    legend: [],
    credit: NOT_LISTED,
  }),
  raster('liquefaction', '', {
    url: 'https://disaportal.gsi.go.jp/raster/08_03_ekijoka_zenkoku/{z}/{x}/{y}.png',
    maxZoom: 15,
    hazard: 'earthquake',
    title: { ja: '液状化の起こりやすさ', en: 'How easily the ground liquefies' },
    legend: [],
    credit: NOT_LISTED,
  }),
];
