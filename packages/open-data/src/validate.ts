import type { Bbox } from '@yokoten/standard';
import { inPart } from './internal/finding.ts';
import { duplicateRows, repeatedIds } from './internal/duplicates.ts';
import { foreignCodes, formats } from './internal/formats.ts';
import { placeColumns } from './internal/place-columns.ts';
import { required } from './internal/required.ts';
import { readPlaces } from './places.ts';
import type { Finding } from './problem.ts';
import type { Mapping } from './recognise.ts';
import type { Table } from './table.ts';

/** What is known about the municipality a file belongs to; a `Municipality` of @yokoten/standard is one. */
export interface MunicipalityArea {
  /** 全国地方公共団体コード, six digits. */
  readonly code: string;
  readonly bbox?: Bbox | undefined;
}

/** Settings of {@link validate}. */
export interface ValidateOptions {
  readonly municipality?: MunicipalityArea | undefined;
}

/**
 * Checks what the columns hold: required columns and cells, the dataset's formats and code lists, positions,
 * repeated rows and IDs. Without a recognised dataset only positions and repeated rows are checked.
 * `table.problems`, about the file as a table, are not repeated. Findings of a dataset's own rules keep their
 * `standard/…` code.
 */
export function validate(
  table: Table,
  mapping: Mapping,
  { municipality }: ValidateOptions = {},
): Finding[] {
  const found = [
    ...required(table, mapping),
    ...positions(table, mapping, municipality?.bbox),
    ...formats(table, mapping),
    ...(municipality === undefined ? [] : foreignCodes(table, mapping, municipality.code)),
    ...duplicateRows(table),
    ...repeatedIds(table, mapping),
  ];
  return inPart(table, found).sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
}

/** A table without any column for positions is no list of places: that is said once, not for each of its rows. */
function positions(table: Table, mapping: Mapping, bbox: Bbox | undefined): Finding[] {
  const { lat, lng, latlng } = placeColumns(mapping);
  const { leftOut, problems } = readPlaces(table, mapping, { bbox });
  if (lat === undefined && lng === undefined && latlng === undefined) return problems;
  return [...problems, ...leftOut.map(({ reason }) => reason)];
}
