import type { HazardClass } from '../document.ts';

const PORTAL = 'ハザードマップポータルサイトの凡例画像';
const GUIDE = '水害ハザードマップ作成の手引き（国土交通省）表3-2';

function depth(color: string, source: string, from: number, to?: number): HazardClass {
  const range = to === undefined ? { from } : { from, to };
  return { color, label: rangeLabel(range, 'm', 'm'), range: { unit: 'm', ...range }, source };
}

function rangeLabel(
  { from, to }: { from: number; to?: number },
  ja: string,
  en: string,
): HazardClass['label'] {
  if (to === undefined) return { ja: `${from}${ja}以上`, en: `${from} ${en} or more` };
  if (from === 0) return { ja: `${to}${ja}未満`, en: `less than ${to} ${en}` };
  return { ja: `${from}${ja}以上${to}${ja}未満`, en: `${from} to less than ${to} ${en}` };
}

/**
 * Depth of water, as floods and surges are drawn. Two legends share these colours: one of six classes and one of
 * eight. #f7f5a9 and #ffd8c0 stand in both, with another lower bound; a pixel does not say which legend it was made
 * with, so each carries the wider of its two ranges.
 */
export const DEPTHS: readonly HazardClass[] = depths('shinsui_legend3.png');

/** The same colours in the legend of inland flooding, which leaves less than 0.1 m uncoloured. */
export const INLAND_DEPTHS: readonly HazardClass[] = depths('naisui_legend.png');

function depths(image: string): readonly HazardClass[] {
  const both = `${PORTAL} ${image}、${GUIDE}`;
  return [
    depth('#ffffb3', both, 0, 0.3),
    depth('#f7f5a9', both, 0, 0.5),
    depth('#f8e1a6', both, 0.5, 1),
    depth('#ffd8c0', both, 0.5, 3),
    depth('#ffb7b7', both, 3, 5),
    depth('#ff9191', both, 5, 10),
    depth('#f285c9', both, 10, 20),
    depth('#dc7adc', both, 20),
  ];
}

function duration(color: string, ja: string, en: string, from: number, to?: number): HazardClass {
  return {
    color,
    label: { ja, en },
    range: { unit: 'h', from, ...(to !== undefined && { to }) },
    source: `${PORTAL} shinsui_legend_l2_keizoku.png`,
  };
}

/**
 * How long more than 0.5 m of water stays. Where a map does not tell apart what lasts longer than four weeks, #b40068
 * stands for it too: it has no upper bound.
 */
export const DURATIONS: readonly HazardClass[] = [
  duration('#a0d2ff', '12時間未満', 'less than 12 hours', 0, 12),
  duration('#0041ff', '12時間以上1日未満', '12 hours to less than 1 day', 12, 24),
  duration('#faf500', '1日以上3日未満', '1 to less than 3 days', 24, 72),
  duration('#ff9900', '3日以上1週間未満', '3 days to less than 1 week', 72, 168),
  duration('#ff2800', '1週間以上2週間未満', '1 to less than 2 weeks', 168, 336),
  duration('#b40068', '2週間以上', '2 weeks or more', 336),
  duration('#600060', '4週間以上', '4 weeks or more', 672),
];

const WARNING = { ja: '土砂災害警戒区域', en: 'Landslide warning zone' };
const SPECIAL = { ja: '土砂災害特別警戒区域', en: 'Landslide special warning zone' };

function planned({ ja, en }: typeof WARNING): HazardClass['label'] {
  return { ja: `${ja}（指定予定）`, en: `${en} (to be designated)` };
}

/** 土砂災害防止法 第7条 (警戒区域) and 第9条 (特別警戒区域); each kind of landslide has its own four colours. */
export function landslideZones(
  image: string,
  [special, specialPlanned, warning, warningPlanned]: readonly [string, string, string, string],
): readonly HazardClass[] {
  const source = `${PORTAL} ${image}`;
  return [
    { color: special, label: SPECIAL, source },
    { color: specialPlanned, label: planned(SPECIAL), source },
    { color: warning, label: WARNING, source },
    { color: warningPlanned, label: planned(WARNING), source },
  ];
}

/** Inside of a zone that has one class. */
export function inside(label: HazardClass['label'], ...colors: string[]): readonly HazardClass[] {
  const source = `${PORTAL}（家屋倒壊等氾濫想定区域）`;
  return colors.map((color) => ({ color, label, source }));
}
