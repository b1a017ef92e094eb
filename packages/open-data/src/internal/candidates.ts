import type { DatasetSummary } from '@yokoten/standard/datasets';
import type { EditionHeaders } from '@yokoten/standard/headers';
import { ALIAS, type Candidate, type CandidateEdition } from './edition.ts';
import { PUBLISHER } from './edition-columns.ts';
import { foldLabel } from './fold.ts';
import type { Meaning, Vocabulary } from './vocabulary.ts';

const OTHER_EDITION = 0.95;
const DOUBTFUL = 0.6;
/** Only columns of 指定緊急避難場所 begin so. 国土地理院 publishes them without it (洪水, 高潮 …). */
const HAZARD = '災害種別_';
const HAZARD_ALONE = 0.8;

export function candidatesOf(
  all: readonly EditionHeaders[],
  summaries: readonly DatasetSummary[],
  vocabulary: Vocabulary,
): Candidate[] {
  return summaries.flatMap((summary) => {
    const [flat, ...others] = all.filter(({ dataset }) => dataset === summary.id);
    if (flat === undefined) return [];
    const current = wordsOf(flat.columns);
    const edition = (headers: EditionHeaders): CandidateEdition => {
      const words = wordsOf(headers.columns, current);
      return { headers, words, columns: meant(words) };
    };
    const editions = [edition(flat), ...others.map(edition)] as const;
    const words = merged(editions);
    return {
      dataset: summary.id,
      inferred: summary.certainty === 'inferred',
      editions,
      words,
      columns: meant(words),
      nameColumn: summary.nameColumn,
      vocabulary,
      thing: foldLabel(summary.title.ja.replace(/(?:一覧|情報)$/u, '')),
    };
  });
}

/** The surest meaning of a header wins, and among equally sure ones that of the newest edition. */
function merged(editions: readonly CandidateEdition[]): Map<string, Meaning> {
  const words = new Map<string, Meaning>();
  for (const [at, edition] of editions.entries()) {
    for (const [word, { standard, confidence }] of edition.words) {
      const sure = at === 0 ? confidence : Math.min(confidence, OTHER_EDITION);
      if (sure > (words.get(word)?.confidence ?? 0)) {
        words.set(word, { standard, confidence: sure });
      }
    }
  }
  return words;
}

/**
 * A dataset that has a column under another name has it too: 利用可能日時特記事項 sets no dataset apart from those that
 * write 利用可能時間特記事項.
 */
export function weightsOf(candidates: readonly Candidate[]): Map<string, number> {
  const names = new Set(candidates.flatMap(({ columns }) => [...columns]));
  return new Map(
    Array.from(names, (name) => {
      const word = foldLabel(name);
      return [name, 1 / Math.max(1, candidates.filter(({ words }) => words.has(word)).length)];
    }),
  );
}

/** Own names beat aliases, whichever column they belong to. */
function wordsOf(
  columns: EditionHeaders['columns'],
  current: ReadonlyMap<string, Meaning> = new Map(),
): Map<string, Meaning> {
  const called = (name: string): string =>
    PUBLISHER.has(name) ? name : (current.get(foldLabel(name))?.standard ?? name);
  const words = new Map<string, Meaning>(
    columns.map(([name]) => [foldLabel(name), { standard: called(name), confidence: 1 }]),
  );
  for (const [name, ...aliases] of columns) {
    const short = name.startsWith(HAZARD) ? [name.slice(HAZARD.length)] : [];
    for (const alias of [...aliases, ...short]) {
      const word = foldLabel(alias);
      let confidence = short.includes(alias) ? HAZARD_ALONE : ALIAS;
      if (PUBLISHER.has(alias)) confidence = DOUBTFUL;
      if (!words.has(word)) words.set(word, { standard: called(name), confidence });
    }
  }
  return words;
}

function meant(words: ReadonlyMap<string, Meaning>): Set<string> {
  return new Set(Array.from(words.values(), ({ standard }) => standard));
}
