import { plainKind, type CellKind } from '../kind.ts';

const POSTAL = /^(?:〒|郵便番号[:：]?)?\s?(\d{3})\s?-?\s?(\d{4})$/u;

/** A postal code with 〒, hyphen or spaces → 7 digits, as GIF writes it. */
export const postalFormat: CellKind = plainKind('open-data/postal-format', (text) => {
  const [, area, town] = POSTAL.exec(text) ?? [];
  return area === undefined || town === undefined
    ? undefined
    : { after: area + town, confidence: 1 };
});
