import type { Picture } from '../document.ts';
import type { ConfigReader } from '@yokoten/standard/app';

/** A file of the app itself, as it is published beside the page. */
const OWN = /^images\/[^?#:\\%]+\.(?:jpe?g|png|webp|avif|gif|svg)$/iu;

/** Reads `pictures`, in the order in which they are shown: legends, explanations and the like from `images/`. */
export function readPictures(reader: ConfigReader, value: unknown): readonly Picture[] {
  const example = '[{ "file": "images/01-凡例.png", "title": "凡例" }]';
  return reader.list(value, ['pictures'], example).flatMap((item, index): Picture[] => {
    const path = ['pictures', index];
    const entry = reader.record(item, path, ['file', 'title']);
    const file = reader.formed(entry['file'], [...path, 'file'], OWN, 'images/01-凡例.png');
    const title = reader.localized(entry['title'], [...path, 'title']);
    if (entry['file'] === undefined || entry['title'] === undefined)
      reader.refuse(item, path, example);
    if (file === undefined || title === undefined) return [];
    if (file.split('/').includes('..')) {
      reader.refuse(file, [...path, 'file'], '"images/01-凡例.png"');
      return [];
    }
    return [{ url: `./${encodeURI(file)}`, title }];
  });
}
