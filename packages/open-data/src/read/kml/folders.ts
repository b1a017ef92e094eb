import { walkXml } from '../xml.ts';
import { type Placemark, PlacemarkReader } from './placemark.ts';

/** A document or folder with the placemarks directly in it. */
export interface Folder {
  /** Names of the folders down to this one, the document's left out, with `/` between. */
  readonly path: string;
  /** With the number of each in the whole file, from 0. */
  readonly placemarks: (readonly [number: number, placemark: Placemark])[];
}

interface OpenFolder {
  name: string;
  readonly kind: string;
  readonly parent: OpenFolder | undefined;
  readonly placemarks: (readonly [number, Placemark])[];
}

/**
 * Walks over a map: its folders in order, and where its network links point.
 * @throws OpenDataError `open-data/broken-xml`
 */
export function foldersOf(xml: string, file: string): { folders: Folder[]; links: string[] } {
  const root: OpenFolder = { name: '', kind: 'kml', parent: undefined, placemarks: [] };
  const folders = [root];
  const links: string[] = [];
  const path: string[] = [];
  const texts: string[] = [];
  let current = root;
  let placemark: PlacemarkReader | undefined;
  let inPlacemark: string[] = [];
  let number = 0;
  walkXml(
    xml,
    {
      open: (name, attributes) => {
        if (placemark !== undefined) {
          placemark.open(name, attributes);
          inPlacemark.push(name);
        } else if (name === 'Placemark') {
          placemark = new PlacemarkReader();
          inPlacemark = [];
        } else if (name === 'Folder' || name === 'Document') {
          current = { name: '', kind: name, parent: current, placemarks: [] };
          folders.push(current);
        }
        path.push(name);
        texts.push('');
      },
      text: (text) => {
        const last = texts.length - 1;
        if (last >= 0) texts[last] += text;
      },
      close: (name) => {
        path.pop();
        const text = texts.pop() ?? '';
        if (placemark !== undefined && name === 'Placemark' && inPlacemark.length === 0) {
          current.placemarks.push([number++, placemark.placemark]);
          placemark = undefined;
        } else if (placemark !== undefined) {
          inPlacemark.pop();
          placemark.close(name, text, inPlacemark);
        } else if (name === 'Folder' || name === 'Document') current = current.parent ?? root;
        else if (name === 'name' && path.at(-1) === current.kind) current.name = text.trim();
        else if (name === 'href' && path.includes('NetworkLink')) links.push(text.trim());
      },
    },
    file,
  );
  return {
    folders: folders.map(({ placemarks, ...rest }) => ({ path: pathOf(rest), placemarks })),
    links,
  };
}

function pathOf({ name, kind, parent }: Omit<OpenFolder, 'placemarks'>): string {
  const own = name === '' ? kind : name;
  const above = parent === undefined || parent.kind !== 'Folder' ? '' : `${pathOf(parent)}/`;
  return above + own;
}
