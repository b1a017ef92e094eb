import { municipalities } from '@yokoten/standard/municipalities';

/** Names of two characters (津市) are parts of ordinary words and of other names. */
const SHORTEST = 3;

const towns = municipalities().filter(({ name, prefecture }) => name !== prefecture);
const names = [...new Set(towns.map(({ name }) => name))].filter((name) => name.length >= SHORTEST);
const codes = new Set(towns.map(({ code }) => code));

/** Names and six-digit codes of municipalities that stand in a text. */
export function namesIn(text: string): string[] {
  const numbers = [...text.matchAll(/(?<![\w#.-])\d{6}(?![\w.-])/g)].map(([code]) => code);
  return [
    ...names.filter((name) => text.includes(name)),
    ...numbers.filter((code) => codes.has(code)),
  ];
}

/** The same, but for the municipality itself and what its own name holds, like the wards of a city. */
export function foreignNames(text: string, own: string): string[] {
  const ownCodes = towns.filter(({ name }) => name.startsWith(own)).map(({ code }) => code);
  return namesIn(text.replaceAll(own, '')).filter((found) => !ownCodes.includes(found));
}
