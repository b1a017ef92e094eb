import type { DatasetId } from '@yokoten/standard/datasets';
import type { ColumnMapping, DatasetOffer, Generation, Mapping } from '../recognise.ts';
import type { Table } from '../table.ts';
import { settleClaims } from './claims.ts';
import { type Candidate, meaningIn } from './edition.ts';
import { type Fit, rank } from './fit.ts';
import { foldLabel, type Label, labelOf } from './fold.ts';
import { type Knowledge, standardKnowledge } from './knowledge.ts';
import { borrowedWords, sharedMeaning } from './shared-words.ts';
import { misspelt } from './typo.ts';
import type { Meaning } from './vocabulary.ts';

/**
 * From here on a header counts as that of a dataset. Files of other datasets that share most columns stay below, and so
 * does a list of opened 避難所 built on the columns of 指定緊急避難場所 (see the tests).
 */
const SURE = 0.8;
const WORTH_ASKING = 0.3;
const OFFERS = 5;
const ELSEWHERE = 0.95;
const FACILITY_ID = foldLabel('施設_ID');
const FACILITY_NEEDS = 5;
const FACILITIES = { generation: 'current', layout: 'data-model', facilities: true } as const;

interface Ranked {
  readonly header: string;
  readonly all: readonly Label[];
  readonly labels: readonly Label[];
  readonly fits: readonly Fit[];
}

let known: Knowledge | undefined;
/** Files of one publisher come one after the other: what their header alone tells is kept for the next. */
let last: Ranked | undefined;

/** The mapping of a table without the dictionary; `as` is what a person says about the dataset. */
export function compare(table: Table, as: DatasetId | undefined): Mapping {
  known ??= standardKnowledge();
  const knowledge = known;
  const { all, labels, fits } = ranked(table.header, knowledge);
  const best = as === undefined ? fits[0] : fits.find(({ candidate }) => candidate.dataset === as);
  const isSure = as !== undefined || (best?.confidence ?? 0) >= SURE;
  if (best !== undefined && isSure) return mappedTo(best, table, all, knowledge);
  const share = facilityShare(labels, knowledge);
  const isFacilities = share >= SURE;
  const borrowed = isFacilities ? knowledge.facility : borrowedWords(labels, knowledge);
  const meanings = all.map((label) => [
    borrowed.get(label.folded) ?? elsewhere(sharedMeaning(knowledge, label)),
  ]);
  const columns = mapColumns(table, meanings, knowledge);
  if (isFacilities) return { ...FACILITIES, confidence: share, columns };
  const offers = fits.slice(0, OFFERS).flatMap(offered);
  return {
    generation: templateOrOther(all),
    confidence: 0,
    columns,
    ...(offers.length > 0 && { offers }),
  };
}

function ranked(names: readonly string[], knowledge: Knowledge): Ranked {
  const header = JSON.stringify(names);
  if (last?.header === header) return last;
  const all = names.map(labelOf);
  const labels = all.filter(({ folded }) => folded !== '');
  last = { header, all, labels, fits: rank(labels, knowledge) };
  return last;
}

/** How much of a file is that of facilities; 0 where it cannot be joined or is too short to tell. */
function facilityShare(labels: readonly Label[], { facility }: Knowledge): number {
  const known = labels.filter(({ folded }) => facility.has(folded));
  const isJoined = known.some(({ folded }) => folded === FACILITY_ID);
  return isJoined && known.length >= FACILITY_NEEDS ? known.length / labels.length : 0;
}

function mappedTo(fit: Fit, table: Table, labels: readonly Label[], knowledge: Knowledge): Mapping {
  const { candidate, edition, confidence } = fit;
  const { generation, layout } = edition.headers;
  return {
    dataset: candidate.dataset,
    ...(confidence === 0 ? { generation: templateOrOther(labels) } : { generation, layout }),
    confidence,
    columns: mapColumns(
      table,
      labels.map((label) => guesses(candidate, knowledge, label)),
      knowledge,
    ),
  };
}

function offered({ candidate, edition, confidence }: Fit): DatasetOffer[] {
  const { generation, layout } = edition.headers;
  const { dataset } = candidate;
  return confidence < WORTH_ASKING ? [] : [{ dataset, generation, layout, confidence }];
}

/** The dataset's own meaning; else what the standard's other datasets mean by it; else what it may be misspelt from. */
function guesses(
  candidate: Candidate,
  knowledge: Knowledge,
  label: Label,
): (Meaning | undefined)[] {
  if (label.folded === '') return [];
  const own = meaningIn(candidate, label);
  if (own !== undefined) return [own];
  const common = sharedMeaning(knowledge, label);
  return common === undefined ? misspelt(candidate, label.folded) : [elsewhere(common)];
}

/** A name of the standard where nothing says that the standard is followed. */
function elsewhere(meaning: Meaning | undefined): Meaning | undefined {
  if (meaning === undefined) return undefined;
  const { standard, confidence } = meaning;
  return { standard, confidence: Math.min(confidence, ELSEWHERE) };
}

function mapColumns(
  table: Table,
  meanings: readonly (readonly (Meaning | undefined)[])[],
  { rules }: Knowledge,
): ColumnMapping[] {
  const known = meanings.map((of) => of.filter((meaning) => meaning !== undefined));
  const { taken, offered } = settleClaims(table, known, rules);
  return table.header.map((header, index): ColumnMapping => {
    const meaning = taken.get(index);
    if (meaning !== undefined) return { index, header, ...meaning };
    const offers = offered.get(index);
    return { index, header, confidence: 0, ...(offers !== undefined && { offers }) };
  });
}

function templateOrOther(labels: readonly Label[]): Generation {
  const has = (word: string): boolean => labels.some(({ folded }) => folded === word);
  return has('name') && has('lat') && (has('lon') || has('lng')) ? 'template-2021' : 'other';
}
