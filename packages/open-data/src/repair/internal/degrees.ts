import { halfWidth, plainHyphens } from './width.ts';
import type { Step } from './read-cell.ts';

export type Axis = 'lat' | 'lng';

/** Degrees of every island of Japan; the two ranges have no number in common. */
const RANGES: Readonly<Record<Axis, readonly [low: number, high: number]>> = {
  lat: [20, 46],
  lng: [122, 154],
};

const DECIMAL = /^\d{1,20}(?:\.\d{1,40})?$/u;
const SIGNED = /^(?:(北緯|東経|N|E)\s?)?(\d{1,3}(?:\.\d{1,20})?)\s?(?:度|°|º|˚)?\s?(N|E)?$/u;
const DMS =
  /^(?:(北緯|東経|N|E)\s?)?(\d{2,3})\s?(?:度|°|º|˚|:|-|\.)\s?([0-5]?\d)\s?(?:分|′|'|’|:|-|\.)\s?([0-5]?\d(?:\.\d{1,12})?)\s?(?:秒|″|"|”|''|′′)?\s?(N|E)?$/u;
const MINUTES =
  /^(?:(北緯|東経|N|E)\s?)?(\d{2,3})\s?(?:度|°|º|˚)\s?([0-5]?\d(?:\.\d{1,12})?)\s?(?:分|′|'|’)\s?(N|E)?$/u;

/** A coordinate as a decimal number in ASCII, and the changes that lead there. */
export interface Degrees {
  readonly text: string;
  readonly steps: readonly Step[];
  /** The axis that a letter or a word beside the number names. */
  readonly axis?: Axis;
}

/** Reads one coordinate, whatever its axis; `undefined` where it is no number, degrees or degrees, minutes and seconds. */
export function readDegrees(cell: string): Degrees | undefined {
  if (DECIMAL.test(cell)) return { text: cell, steps: [] };
  if (cell.length > 60) return undefined;
  const steps: Step[] = [];
  let text = cell;
  const take = (after: string, code: Step['code'], confidence: number): void => {
    if (after !== text) steps.push({ after, code, confidence });
    text = after;
  };
  take(plainHyphens(text), 'open-data/odd-hyphen', 1);
  take(halfWidth(text).trim(), 'open-data/width-mixed', 1);
  if (DECIMAL.test(text)) return { text, steps };
  const signed = SIGNED.exec(text);
  if (signed !== null) {
    take(signed[2] ?? '', 'open-data/degree-sign', 1);
    return named({ text, steps }, signed[1] ?? signed[3]);
  }
  const dms = DMS.exec(text) ?? MINUTES.exec(text);
  if (dms === null) return undefined;
  const minutesOnly = dms.length === 5;
  const [degrees, minutes] = [Number(dms[2]), Number(dms[3])];
  const seconds = minutesOnly ? 0 : Number(dms[4]);
  take(decimal(degrees, minutes, seconds), 'open-data/dms', 0.95);
  return named({ text, steps }, dms[1] ?? (minutesOnly ? dms[4] : dms[5]));
}

/** Degrees, minutes and seconds as decimal degrees with six places, about 10 cm. */
export function decimal(degrees: number, minutes: number, seconds: number): string {
  return (degrees + minutes / 60 + seconds / 3600).toFixed(6);
}

/** Whether a number is one of that axis in Japan. */
export function isOn(axis: Axis, text: string): boolean {
  const [low, high] = RANGES[axis];
  const value = Number(text);
  return DECIMAL.test(text) && value >= low && value <= high;
}

function named(degrees: Degrees, word: string | undefined): Degrees {
  if (word === undefined) return degrees;
  return { ...degrees, axis: word === '北緯' || word === 'N' ? 'lat' : 'lng' };
}
