/** Colours of marks that the template's program can name, dark enough for white drawings on them. */
const COLORS: ReadonlyMap<string, string> = new Map([
  ['blue', '#0031d8'],
  ['gold', '#8a6100'],
  ['red', '#b3001b'],
  ['green', '#00703c'],
  ['orange', '#a84a00'],
  ['yellow', '#7a6a00'],
  ['violet', '#591e76'],
  ['grey', '#5c5c5c'],
  ['gray', '#5c5c5c'],
  ['black', '#1a1a1a'],
]);

const USUAL = 'blue gold red green orange yellow violet grey black';

/**
 * The colour of a layer's marks, where the copy chose other colours than the template's. The template's own go by the
 * number of the layer alone and mean nothing.
 */
export function markColor(
  colors: readonly string[] | undefined,
  index: number,
): string | undefined {
  if (colors === undefined || colors.length === 0) return undefined;
  if (colors.join(' ').replace('gray', 'grey') === USUAL) return undefined;
  return COLORS.get(colors[index % colors.length] ?? '');
}
