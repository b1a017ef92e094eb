/** Names that mean something else in `data/` than a layer. */
const TAKEN =
  /^(boundary\.geojson|address\.csv|readme.*\.(md|txt)|thumbs\.db|desktop\.ini)$|\.patch\.json$/i;

/** Names of files in `data/`, each of which gives a layer a name of its own. */
export class DataTargets {
  readonly #names = new Set<string>();

  /**
   * The name for a file: its own, unless another file comes to the same layer or the name means something else.
   *
   * @param name without folder
   */
  add(name: string): string {
    const own = name.normalize('NFC');
    const stem = TAKEN.test(own) ? `layer-${own}` : own;
    for (let number = 1; ; number += 1) {
      const target = number === 1 ? stem : numbered(stem, number);
      const id = layerName(target).toLowerCase();
      if (this.#names.has(id)) continue;
      this.#names.add(id);
      return target;
    }
  }
}

/** A layer's name: that of its file without order number and extension, as the map's builder has it. */
export function layerName(file: string): string {
  const stem = file.replace(/\.[a-z]{2,8}$/i, '');
  return stem.replace(/^\d+-/, '') || stem;
}

function numbered(name: string, number: number): string {
  const extension = /\.[a-z]{2,8}$/i.exec(name)?.[0] ?? '';
  return `${name.slice(0, name.length - extension.length)}-${number}${extension}`;
}

/** The order of layers without a config: by number in front, then by name. */
export function compareFiles(a: string, b: string): number {
  const [x, y] = [orderOf(a), orderOf(b)];
  if (x !== y) return x - y;
  return a < b ? -1 : a > b ? 1 : 0;
}

function orderOf(name: string): number {
  return /^\d+-/.test(name) ? Number.parseInt(name, 10) : Number.MAX_SAFE_INTEGER;
}
