import type { DatasetId } from '@yokoten/standard/datasets';
import type { EditionHeaders } from '@yokoten/standard/headers';
import type { Label } from './fold.ts';
import { LATLNG_COLUMN, type Meaning, type Vocabulary } from './vocabulary.ts';

/** One dataset, all its editions, ready to be compared with a header. */
export interface Candidate {
  readonly dataset: DatasetId;
  /** Only guessed at from neighbouring datasets; see `Certainty`. */
  readonly inferred: boolean;
  /** The flat layout of the current generation first. */
  readonly editions: readonly [CandidateEdition, ...CandidateEdition[]];
  /** Folded header → column, over all editions. */
  readonly words: ReadonlyMap<string, Meaning>;
  /** Every column that a header of this dataset can mean. */
  readonly columns: ReadonlySet<string>;
  /** What a row of it is called; `undefined` where rows have no name. */
  readonly nameColumn: string | undefined;
  /** What headers mean beyond the standard's own. */
  readonly vocabulary: Vocabulary;
  /** The folded thing that its headers may begin with: `投票所` of 投票所一覧. */
  readonly thing: string;
}

/** One edition in one layout. Columns are called as the flat layout of the current generation calls them. */
export interface CandidateEdition {
  readonly headers: EditionHeaders;
  /** Folded header → column of this edition. */
  readonly words: ReadonlyMap<string, Meaning>;
  readonly columns: ReadonlySet<string>;
}

/** How much a column says about its dataset: 1 where no other has it, ½ where one other has it … */
export type Weights = ReadonlyMap<string, number>;

/** Sure enough to be a name of the standard, though not the one of this edition. */
export const ALIAS = 0.9;
export const NAME = '名称';

/** What a header means in this dataset, before its cells are looked at. */
export function meaningIn(candidate: Candidate, { folded, bare }: Label): Meaning | undefined {
  const known = lookUp(candidate, folded);
  if (known !== undefined) return known;
  const ofThing = folded.startsWith(candidate.thing)
    ? folded.slice(candidate.thing.length)
    : undefined;
  const shorter = bare ?? ofThing;
  return shorter === undefined ? undefined : lookUp(candidate, shorter);
}

function lookUp(
  { words, columns, nameColumn, vocabulary }: Candidate,
  folded: string,
): Meaning | undefined {
  const own = words.get(folded);
  if (own !== undefined) return own;
  const word = vocabulary.get(folded);
  if (word === undefined) return undefined;
  const senses = word.senses.map((sense) => asNamed(sense, nameColumn));
  const standard = senses.find((sense) => columns.has(sense));
  if (standard !== undefined) return { standard, confidence: word.confidence };
  // Positions in one cell are read without a column of their own.
  const [sense] = senses;
  return sense === LATLNG_COLUMN && columns.has('緯度')
    ? { standard: sense, confidence: word.confidence }
    : undefined;
}

/** 名称 is イベント名 among events, 施設名称 among licences. */
function asNamed(sense: string, nameColumn: string | undefined): string {
  return nameColumn !== undefined && sense.startsWith(NAME)
    ? nameColumn + sense.slice(NAME.length)
    : sense;
}
