import type { DatasetId, Generation } from './dataset.ts';
import { columnWords, editionLines, facilityWords } from './generated/headers.ts';

export { type HeaderWords, headerWords, modelledHeaders } from './internal/header-words.ts';

/** The headers of one edition of one dataset, without anything else its dictionary says. */
export interface EditionHeaders {
  readonly dataset: DatasetId;
  readonly generation: Generation['id'];
  readonly layout: Generation['layout'];
  /** Each column's name, then its aliases, in the dictionary's order. */
  readonly columns: readonly (readonly [name: string, ...aliases: string[]])[];
}

/**
 * The headers of every edition of every dataset in one small table, so that a file can be compared with all of them
 * before a single dictionary is loaded. Each dataset's flat layout of the current generation comes first.
 */
export function editionHeaders(): readonly EditionHeaders[] {
  const columns = columnWords.split('\n').map((line) => line.split('\t'));
  return editionLines.split('\n').map((line) => {
    const [dataset = '', generation = '', layout = '', ...numbers] = line.split(' ');
    return {
      dataset: dataset as DatasetId,
      generation: generation as Generation['id'],
      layout: layout as Generation['layout'],
      columns: numbers.flatMap((number) => {
        const [name, ...aliases] = columns[Number.parseInt(number, 36)] ?? [];
        return name === undefined ? [] : [[name, ...aliases] as const];
      }),
    };
  });
}

/**
 * The headers of the file of facilities (`…_facility.csv`) that main files of the データモデル型 are joined with on
 * 施設_ID. Each is a name or an alias of a column of every such dataset's flat layout.
 */
export const facilityHeaders: readonly string[] = facilityWords.split('\t');
