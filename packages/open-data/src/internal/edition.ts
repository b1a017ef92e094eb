import type { Column, Dataset, Generation as Edition } from '@yokoten/standard/datasets';
import { foldLabel, knownWord } from './vocabulary.ts';

/** A guess at what one header means. */
export interface Meaning {
  readonly standard: string;
  readonly confidence: number;
}

/** One edition of one dataset, ready to be compared with a header. */
export interface Candidate {
  readonly dataset: Dataset;
  readonly edition: Edition;
  /** Folded header → column of this edition. */
  readonly words: ReadonlyMap<string, Meaning>;
  /** Columns that no other dataset has. */
  readonly signature: ReadonlySet<string>;
  /** How much a column says about the dataset: 1 where no other has it, ½ where one other has it … */
  readonly weight: ReadonlyMap<string, number>;
}

/** Only columns of 指定緊急避難場所 begin so. 国土地理院 publishes them without it (洪水, 高潮 …). */
const HAZARD = '災害種別_';
/** One such word alone means little: 地震 or 津波 can head any column. */
const HAZARDS_NEEDED = 5;

export function candidatesOf(all: readonly Dataset[]): Candidate[] {
  const owners = new Map<string, number>();
  for (const { generations } of all) {
    const names = new Set(generations.flatMap(({ columns }) => columns.map(({ name }) => name)));
    for (const name of names) owners.set(name, (owners.get(name) ?? 0) + 1);
  }
  return all.flatMap((dataset) =>
    dataset.generations.map((edition) => {
      const names = edition.columns.map(({ name }) => name);
      return {
        dataset,
        edition,
        words: wordsOf(edition.columns),
        signature: new Set(names.filter((name) => owners.get(name) === 1)),
        weight: new Map(names.map((name) => [name, 1 / (owners.get(name) ?? 1)])),
      };
    }),
  );
}

/** Own names beat aliases, whichever column they belong to. */
export function wordsOf(columns: readonly Column[]): Map<string, Meaning> {
  const words = ownNames(columns);
  for (const { name, aliases } of columns) {
    for (const alias of name.startsWith(HAZARD)
      ? [...aliases, name.slice(HAZARD.length)]
      : aliases) {
      const word = foldLabel(alias);
      if (!words.has(word)) words.set(word, { standard: name, confidence: 0.9 });
    }
  }
  return words;
}

/**
 * Where the dataset is unknown, only the standard's own names count: an alias can mean different columns in different
 * datasets. The kinds of disaster without their prefix count when most of them are there.
 */
export function sharedWords(
  all: readonly Dataset[],
  labels: readonly string[],
): Map<string, Meaning> {
  const columns = all.flatMap(({ generations }) => generations[0]?.columns ?? []);
  const words = ownNames(columns);
  const hazards = wordsOf(columns.filter(({ name }) => name.startsWith(HAZARD)));
  const found = new Set(labels.map((label) => hazards.get(label)?.standard));
  found.delete(undefined);
  return found.size < HAZARDS_NEEDED ? words : new Map([...hazards, ...words]);
}

function ownNames(columns: readonly Column[]): Map<string, Meaning> {
  return new Map(columns.map(({ name }) => [foldLabel(name), { standard: name, confidence: 1 }]));
}

/**
 * How well a header (folded labels, blank ones left out) fits an edition, 0 to 1: the share of its labels that the edition knows, times the root of the
 * weighted share of the edition's columns that are there: a foreign column speaks louder than a missing one. 0 where most of what sets the dataset apart is missing, or where the file
 * names its places although the dataset does not.
 */
export function fit(labels: readonly string[], { words, signature, weight }: Candidate): number {
  const matched = new Set<string>();
  let named = false;
  for (const label of labels) {
    const standard = (words.get(label) ?? knownWord(label))?.standard;
    if (standard !== undefined && weight.has(standard)) matched.add(standard);
    named ||= standard === '名称';
  }
  if (labels.length === 0 || (named && !matched.has('名称'))) return 0;
  const marks = [...signature].filter((name) => matched.has(name)).length;
  if (marks * 2 < signature.size) return 0;
  let found = 0;
  let whole = 0;
  for (const [name, value] of weight) {
    whole += value;
    if (matched.has(name)) found += value;
  }
  return (matched.size / labels.length) * Math.sqrt(found / whole);
}
