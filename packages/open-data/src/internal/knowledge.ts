import { datasets } from '@yokoten/standard/datasets';
import {
  editionHeaders,
  facilityHeaders,
  headerWords,
  modelledHeaders,
} from '@yokoten/standard/headers';
import { candidatesOf, weightsOf } from './candidates.ts';
import { PUBLISHER } from './edition-columns.ts';
import type { Candidate, Weights } from './edition.ts';
import { foldLabel } from './fold.ts';
import { type CellRule, cellRules } from './possible-cells.ts';
import { type Meaning, placeWords, type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** Folded header → what it means in any list, whatever its dataset. */
type SharedWords = ReadonlyMap<string, Meaning>;

/** So many datasets have a column when it means the same in all. */
const COMMON_OWNERS = 3;
/** A name this long says what it means by itself: 指定避難所との重複. A short one (分類, 状態) does not. */
const TELLING_LENGTH = 6;

/** All that headers are compared with. */
export interface Knowledge {
  readonly candidates: readonly Candidate[];
  readonly weights: Weights;
  readonly shared: SharedWords;
  readonly vocabulary: Vocabulary;
  /** Folded headers that any list can have, and no dataset has. */
  readonly modelled: ReadonlySet<string>;
  /** Headers of the file of facilities beside main files. */
  readonly facility: SharedWords;
  /** Folded names of columns that one dataset alone has. */
  readonly marks: ReadonlySet<string>;
  /** By dataset: the words for such columns. */
  readonly marked: readonly ReadonlyMap<string, Meaning>[];
  /** What the cells of a column have at the very least. */
  readonly rules: readonly CellRule[];
  /** What headers of one dataset or another begin with, folded, the longest first. */
  readonly things: readonly string[];
}

/** What this version of the standard says. */
export function standardKnowledge(): Knowledge {
  const vocabulary = new Map([...placeWords, ...vocabularyOf(headerWords)]);
  const candidates = candidatesOf(editionHeaders(), datasets, vocabulary);
  const weights = weightsOf(candidates);
  const sourced = candidates.filter(({ inferred }) => !inferred);
  return {
    candidates,
    weights,
    marked: sourced.map(
      ({ words }) =>
        new Map(Array.from(words).filter(([, { standard }]) => weights.get(standard) === 1)),
    ),
    marks: new Set(
      sourced
        .flatMap(({ columns }) => [...columns].filter((name) => weights.get(name) === 1))
        .map(foldLabel),
    ),
    rules: cellRules,
    shared: sharedWordsOf(candidates),
    vocabulary,
    modelled: new Set(modelledHeaders.split(' ').map(foldLabel)),
    facility: facilityWordsOf(candidates),
    things: candidates.map(({ thing }) => thing).sort((one, other) => other.length - one.length),
  };
}

/** In every dataset with such a file its headers mean the same. */
function facilityWordsOf(candidates: readonly Candidate[]): Map<string, Meaning> {
  const joined = candidates.find(({ editions }) =>
    editions.some(({ headers }) => headers.layout === 'data-model'),
  );
  return new Map(
    facilityHeaders.flatMap((header) => {
      const meaning = joined?.words.get(foldLabel(header));
      return meaning === undefined ? [] : [[foldLabel(header), meaning] as const];
    }),
  );
}

/**
 * The standard's own names that mean the same without their dataset: those of several datasets and the long ones.
 * Aliases are left out, they can mean different columns in different datasets.
 */
function sharedWordsOf(candidates: readonly Candidate[]): Map<string, Meaning> {
  const owners = new Map<string, Set<string>>();
  const meanings = new Map<string, Meaning>();
  const disputed = new Set<string>();
  for (const { dataset, inferred, editions } of candidates) {
    if (inferred) continue;
    for (const { headers, words } of editions) {
      for (const [name] of headers.columns) {
        const word = foldLabel(name);
        const meaning = words.get(word);
        if (meaning === undefined || PUBLISHER.has(name)) continue;
        owners.set(word, (owners.get(word) ?? new Set()).add(dataset));
        const known = meanings.get(word);
        if (known === undefined) meanings.set(word, meaning);
        else if (known.standard !== meaning.standard) disputed.add(word);
      }
    }
  }
  return new Map(
    Array.from(meanings).filter(
      ([word]) =>
        !disputed.has(word) &&
        ((owners.get(word)?.size ?? 0) >= COMMON_OWNERS || word.length >= TELLING_LENGTH),
    ),
  );
}
