/** Colours of the vector map, as CSS writes them. */
export interface Palette {
  readonly land: string;
  readonly green: string;
  readonly water: string;
  readonly building: string;
  readonly road: string;
  readonly highway: string;
  readonly casing: string;
  readonly rail: string;
  readonly border: string;
  readonly text: string;
  readonly halo: string;
}

/** Quiet: the marks are what is looked for. */
const LIGHT: Palette = {
  land: '#f3f1ea',
  green: '#dfe9d3',
  water: '#bcd7e6',
  building: '#dedad0',
  road: '#ffffff',
  highway: '#f6d9a4',
  casing: '#c9c3b5',
  rail: '#8a8f96',
  border: '#7a7289',
  text: '#33383e',
  halo: '#ffffff',
};

const DARK: Palette = {
  land: '#23272b',
  green: '#27332b',
  water: '#1b3a4d',
  building: '#30353a',
  road: '#4a5057',
  highway: '#6b5a38',
  casing: '#16191c',
  rail: '#8a9098',
  border: '#9a8fb0',
  text: '#e2e5e8',
  halo: '#16191c',
};

/**
 * The colours for a map in `element`: dark where the page around it is, each one replaceable by a custom property
 * `--yokoten-map-<name>`, e.g. `--yokoten-map-water`.
 */
export function paletteFor(element: Element): Palette {
  const probe = document.createElement('span');
  probe.hidden = true;
  element.append(probe);
  const colorOf = (value: string): string => {
    probe.style.color = value;
    return getComputedStyle(probe).color;
  };
  const chosen = (value: string, fallback: string): string => plain(colorOf(value)) ?? fallback;
  const { land, green, water, building, road, highway, casing, rail, border, text, halo } = isDark(
    colorOf('var(--yokoten-surface, #fff)'),
  )
    ? DARK
    : LIGHT;
  const palette: Palette = {
    land: chosen(`var(--yokoten-map-land, ${land})`, land),
    green: chosen(`var(--yokoten-map-green, ${green})`, green),
    water: chosen(`var(--yokoten-map-water, ${water})`, water),
    building: chosen(`var(--yokoten-map-building, ${building})`, building),
    road: chosen(`var(--yokoten-map-road, ${road})`, road),
    highway: chosen(`var(--yokoten-map-highway, ${highway})`, highway),
    casing: chosen(`var(--yokoten-map-casing, ${casing})`, casing),
    rail: chosen(`var(--yokoten-map-rail, ${rail})`, rail),
    border: chosen(`var(--yokoten-map-border, ${border})`, border),
    text: chosen(`var(--yokoten-map-text, ${text})`, text),
    halo: chosen(`var(--yokoten-map-halo, ${halo})`, halo),
  };
  probe.remove();
  return palette;
}

/** MapLibre reads `rgb()`, but none of CSS's newer colour functions. */
function plain(color: string): string | undefined {
  return color.startsWith('rgb') ? color : undefined;
}

function isDark(color: string): boolean {
  const [red = 255, green = 255, blue = 255] = color.match(/[\d.]+/g)?.map(Number) ?? [];
  return plain(color) !== undefined && (red * 299 + green * 587 + blue * 114) / 1000 < 128;
}
