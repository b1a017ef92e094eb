import type { Geometry, Position } from '../../geometry.ts';
import type { Attributes } from '../xml.ts';
import { htmlText } from './html-text.ts';
import { combined, lineOf, positionsOf } from './shapes.ts';

/** A placemark: its texts by column, and its shape. */
export interface Placemark {
  readonly columns: ReadonlyMap<string, string>;
  readonly geometry: Geometry | undefined;
  /** Coordinates that are none, as written. */
  readonly broken?: string;
}

/** Elements whose text is a column of its own name, directly in the placemark or in its time. */
const TEXTS = new Set(
  'name description address phoneNumber Snippet snippet styleUrl when begin end'.split(' '),
);
const OWN = 'ExtendedData:';

/** A shape that is being read: the area's rings, or the parts of several shapes. */
interface Frame {
  readonly rings: (readonly Position[])[];
  readonly parts: Geometry[];
}

/** Collects one placemark while its elements go by. */
export class PlacemarkReader {
  readonly #columns = new Map<string, string>();
  readonly #frames: Frame[] = [{ rings: [], parts: [] }];
  readonly #track: string[] = [];
  #data: string | undefined;
  #broken: string | undefined;

  /** @param parents the elements around this one, the placemark first */
  open(name: string, attributes: Attributes): void {
    if (name === 'Data' || name === 'SimpleData') this.#data = attributes('name') ?? '';
    else if (name === 'Polygon' || name === 'MultiGeometry') {
      this.#frames.push({ rings: [], parts: [] });
    }
  }

  /** @param text all text directly in the element */
  close(name: string, text: string, parents: readonly string[]): void {
    switch (name) {
      case 'coordinates':
        this.#shape(text, parents);
        break;
      case 'coord':
        this.#track.push(text.trim().replace(/\s+/gu, ','));
        break;
      case 'Track':
        this.#add(lineOf(this.#positions(this.#track.splice(0).join(' '))));
        break;
      case 'Polygon':
        this.#closeArea();
        break;
      case 'MultiGeometry':
        this.#add(combined(this.#frames.pop()?.parts ?? []));
        break;
      case 'value':
      case 'SimpleData':
        if (this.#data !== undefined) this.#own(this.#data, text.trim());
        break;
      case 'Data':
        this.#data = undefined;
        break;
      default:
        this.#text(name, text, parents.at(-1) ?? '');
    }
  }

  /** The whole, once its element has closed. */
  get placemark(): Placemark {
    const geometry = combined(this.#frames[0]?.parts ?? []);
    const broken = this.#broken === undefined ? {} : { broken: this.#broken };
    return { columns: this.#columns, geometry, ...broken };
  }

  #text(name: string, text: string, parent: string): void {
    if (!TEXTS.has(name) || parent === 'Track' || parent === 'ExtendedData') return;
    const value = name === 'description' ? htmlText(text) : text.trim();
    if (value !== '') this.#columns.set(name, value);
  }

  /** Makers repeat the name among their own data; another value under the same name gets a column of its own. */
  #own(name: string, value: string): void {
    const element = this.#columns.get(name);
    if (TEXTS.has(name) && element !== htmlText(value)) this.#columns.set(OWN + name, value);
    else if (!TEXTS.has(name)) this.#columns.set(name, value);
  }

  #shape(text: string, parents: readonly string[]): void {
    const positions = this.#positions(text);
    const [first] = positions;
    const kind = parents.at(-1);
    if (first === undefined) return;
    if (kind === 'Point') this.#add({ type: 'Point', coordinates: first });
    else if (kind === 'LinearRing' && parents.includes('Polygon')) {
      const rings = this.#frames.at(-1)?.rings;
      // The outer ring comes first, wherever the file has it.
      if (parents.at(-2) === 'outerBoundaryIs') rings?.unshift(positions);
      else rings?.push(positions);
    } else if (kind === 'LineString' || kind === 'LinearRing') this.#add(lineOf(positions));
  }

  #positions(text: string): Position[] {
    const positions = positionsOf(text);
    if (positions === undefined) this.#broken = text.trim().slice(0, 100);
    return positions ?? [];
  }

  #closeArea(): void {
    const rings = this.#frames.pop()?.rings ?? [];
    if (rings.length > 0) this.#add({ type: 'Polygon', coordinates: rings });
  }

  #add(geometry: Geometry | undefined): void {
    if (geometry !== undefined) this.#frames.at(-1)?.parts.push(geometry);
  }
}
