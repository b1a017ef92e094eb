import {
  ALIAS,
  type Candidate,
  type CandidateEdition,
  meaningIn,
  NAME,
  type Weights,
} from './edition.ts';
import type { Label } from './fold.ts';
import type { Knowledge } from './knowledge.ts';

/** How well a header fits a dataset, and which of its editions fits best. */
export interface Fit {
  readonly candidate: Candidate;
  readonly edition: CandidateEdition;
  /** 0 to 1. */
  readonly confidence: number;
}

/** A column that any list can have is no sign of another kind of file. */
const COMMON_FOREIGNER = 0.25;
/** One that only another dataset has is twice a sign. */
const MARKED_FOREIGNER = 2;
const DOUBTFUL = 0.8;
/** A guessed dictionary makes nobody more than half sure. */
const INFERRED_AT_MOST = 0.5;
/** Without a column that at most one other dataset has, only the whole header can tell. */
const DISTINCT = 0.5;
/** Where every header is the dataset's, missing columns weigh still less. */
const NOTHING_FOREIGN = 0.97;
const RIVAL = 0.02;
const UNDECIDED = 0.75;
/** How things stand at one time (opened shelters, free beds): a report, and no list of what there is. */
const STATE = /時点|開設|避難者|混雑|満空/u;

/** All datasets, the best first. Two that fit alike leave it undecided. */
export function rank(labels: readonly Label[], knowledge: Knowledge): Fit[] {
  const { candidates, shared } = knowledge;
  const header: Header = {
    labels,
    foreign: Float64Array.from(labels, (label) => foreignness(label, knowledge)),
    states: Uint8Array.from(labels, ({ folded }) => Number(STATE.test(folded))),
    isNamed: labels.some(({ folded }) => shared.get(folded)?.standard === NAME),
  };
  const fits = candidates
    .map((candidate) => fitOf(header, candidate, knowledge))
    .sort((one, other) => other.confidence - one.confidence);
  const [best, second] = fits;
  if (best === undefined || second === undefined) return fits;
  if (best.confidence - second.confidence >= RIVAL) return fits;
  return fits.map(({ candidate, edition, confidence }) => ({
    candidate,
    edition,
    confidence: Math.min(confidence, UNDECIDED),
  }));
}

/** A header, with what is the same for all datasets. */
interface Header {
  readonly labels: readonly Label[];
  /** Per label: how much it speaks against a dataset that does not know it. */
  readonly foreign: Float64Array;
  /** Per label: whether it tells how things stand. */
  readonly states: Uint8Array;
  /** Whether there is a column for names. */
  readonly isNamed: boolean;
}

function fitOf(header: Header, candidate: Candidate, { weights }: Knowledge): Fit {
  const { labels, isNamed } = header;
  const found = new Map<string, number>();
  let foreign = 0;
  let isReport = false;
  for (const [index, label] of labels.entries()) {
    const meaning = meaningIn(candidate, label);
    if (meaning === undefined) {
      foreign += header.foreign[index] ?? 0;
      isReport ||= header.states[index] === 1;
    } else {
      const { standard, confidence } = meaning;
      found.set(standard, Math.max(confidence, found.get(standard) ?? 0));
    }
  }
  const edition = closestEdition(labels, candidate.editions);
  if (isNamed && candidate.nameColumn === undefined) return { candidate, edition, confidence: 0 };
  const own = precision(found, foreign);
  const there = share(edition, found, weights);
  const isDistinct =
    [...found.keys()].some((name) => (weights.get(name) ?? 0) >= DISTINCT) ||
    labels.some(({ folded }) => folded.startsWith(candidate.thing));
  const root = own >= NOTHING_FOREIGN ? 1 / 3 : 1 / 2;
  const fit = isDistinct ? own * there ** root : (own * there) ** 3;
  const most = candidate.inferred ? INFERRED_AT_MOST : isReport ? UNDECIDED : 1;
  return { candidate, edition, confidence: Math.min(fit, most) };
}

/**
 * The edition whose headers most labels are; of equally close ones the current, and of its layouts the shorter, which has
 * fewer columns missing.
 */
function closestEdition(
  labels: readonly Label[],
  editions: Candidate['editions'],
): CandidateEdition {
  const close = ({ words }: CandidateEdition): number =>
    labels.reduce((sum, { folded }) => sum + (words.get(folded)?.confidence ?? 0), 0);
  return editions.reduce((one, other) => {
    const closer = close(other) - close(one);
    const isShorter =
      other.headers.generation === one.headers.generation && other.columns.size < one.columns.size;
    return closer > 0 || (closer === 0 && isShorter) ? other : one;
  });
}

function foreignness(
  { folded }: Label,
  { shared, marks, vocabulary, modelled }: Knowledge,
): number {
  if (marks.has(folded) && !vocabulary.has(folded)) return MARKED_FOREIGNER;
  const isCommon = shared.has(folded) || vocabulary.has(folded) || modelled.has(folded);
  return isCommon ? COMMON_FOREIGNER : 1;
}

/** How much of the file is the dataset's. A doubtful word speaks neither for the dataset nor against it. */
function precision(found: ReadonlyMap<string, number>, foreign: number): number {
  const sure = [...found.values()].filter((confidence) => confidence >= DOUBTFUL);
  const credit = sure.reduce((sum, one) => sum + (one >= ALIAS ? 1 : one), 0);
  return credit / Math.max(1, sure.length + foreign);
}

/**
 * The weighted share of the edition's columns that are there; 0 where most of what sets the dataset apart is missing.
 * Its root counts, so that a foreign column speaks louder than a missing one.
 */
function share(
  { columns }: CandidateEdition,
  found: ReadonlyMap<string, number>,
  weights: Weights,
): number {
  let there = 0;
  let whole = 0;
  let marks = 0;
  let marksThere = 0;
  for (const name of columns) {
    const weight = weights.get(name) ?? 0;
    const isThere = found.has(name);
    whole += weight;
    if (isThere) there += weight;
    if (weight === 1) marks++;
    if (weight === 1 && isThere) marksThere++;
  }
  return whole === 0 || marksThere * 2 < marks ? 0 : there / whole;
}
