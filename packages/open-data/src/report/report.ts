import { datasets } from '@yokoten/standard/datasets';
import { finding, inPart } from '../internal/finding.ts';
import { patchSentence } from '../messages.ts';
import type { Finding } from '../problem.ts';
import type { ColumnMapping, DatasetOffer, Mapping } from '../recognise.ts';
import type { Patch } from '../repair/index.ts';
import type { Table } from '../table.ts';
import type { MunicipalityArea } from '../validate.ts';
import { publishedAddresses } from './addresses.ts';
import type { MappedTable } from '../repaired.ts';
import { blankKeys, foreignKeys } from './checks/keys.ts';
import { deviatedValues } from './checks/deviated.ts';
import { rowConstraints } from './checks/row-constraints.ts';
import { truncatedValues } from './checks/truncated.ts';
import { fixesFor } from './fixes.ts';
import { missingIn } from './missing.ts';
import type { Report, ReportDataset, ReportGuess, ReportOffer, ReportPatch } from './model.ts';
import { askOnce } from './outside.ts';
import { withoutPlaceholders } from './placeholders.ts';
import { positionsOf } from './positions.ts';
import { countBySeverity, problemGroups } from './problems.ts';
import { judge, scoreOf } from './score.ts';

/** A table, what its columns mean, and what `readTable` and `validate` found in it. */
export interface Checked extends MappedTable {
  readonly problems: readonly Finding[];
}

/** A file, read, recognised, repaired and checked: what a report is made of. */
export interface Reported {
  /** As it was read. */
  readonly published: Checked;
  /** After the repair; the same table where nothing was repaired. `problems` are what is left for a person. */
  readonly corrected: Checked;
  readonly patches: readonly Patch[];
  readonly municipality?: MunicipalityArea | undefined;
  /** The municipality's file of facilities, where the layout is split and it is at hand. */
  readonly facilities?: MappedTable | undefined;
}

const MOST_FIXES = 3;

/** A report and the findings it counts, all of them, by the addresses of the file as published. */
export interface Made {
  readonly report: Report;
  readonly problems: readonly Finding[];
}

/** What `validate` found, and what takes whole columns, several cells of a row or a second file to see. */
function deeper(
  { table, mapping, problems }: Checked,
  facilities: MappedTable | undefined,
): Finding[] {
  return [
    ...problems,
    ...inPart(table, [
      ...truncatedValues(table),
      ...rowConstraints(table, mapping),
      ...blankKeys(table, mapping, problems),
      ...(facilities === undefined ? [] : foreignKeys({ table, mapping }, facilities)),
    ]),
  ];
}

/** Checks what `validate` leaves to a report, and puts everything together. */
export function makeReport({
  published,
  corrected,
  patches,
  municipality,
  facilities,
}: Reported): Made {
  const { table, mapping } = corrected;
  const found = deeper(corrected, facilities);
  const asked = askOnce(table, found);
  const { positions, far } = positionsOf(table, mapping, asked.outside, municipality?.bbox);
  const questions = [
    ...(facilities === undefined ? missingFacilities(table, mapping) : []),
    ...deviatedValues(table, mapping),
    ...far,
  ];
  const left = [...asked.problems, ...inPart(table, questions)].sort(
    (a, b) => (a.row ?? 0) - (b.row ?? 0),
  );
  const problems = publishedAddresses(left, patches);
  const before = judge(
    withoutPlaceholders(published.table, patches),
    published.mapping,
    patches.length === 0 ? found : deeper(published, facilities),
  );
  const after = judge(table, mapping, left, true);
  const scores = { published: scoreOf(before), corrected: scoreOf(after) };
  const { kind, encoding, bom, newline, headerRow, rows, blankRows, preamble } = published.table;
  const report: Report = {
    version: 1,
    file: table.file,
    ...(table.part !== undefined && { part: table.part }),
    format: {
      kind,
      encoding,
      bom,
      newline,
      headerRow,
      rows: rows.length,
      blankRows,
      preamble: preamble.length,
      checks: before.checks,
    },
    dataset: datasetOf(mapping),
    generation: mapping.generation,
    confidence: mapping.confidence,
    alternatives: (mapping.offers ?? []).flatMap(guessOf),
    score: scores,
    fixes: fixesFor(after, scores.corrected).slice(0, MOST_FIXES),
    ...missingIn(after),
    problems: problemGroups(problems),
    counts: countBySeverity(problems),
    patches: patches.map(patchOf),
    offers: mapping.columns.flatMap(offersOf),
    positions,
  };
  return { report, problems };
}

/** A file in the split layout says where its places are only together with the file of facilities. */
function missingFacilities(
  { file }: Table,
  { definition, generation, layout }: Mapping,
): Finding[] {
  const edition = definition?.generations.find(
    (one) => one.id === generation && one.layout === layout,
  );
  if (edition?.companion === undefined) return [];
  const expected = edition.companion.fileEnding;
  return [finding('open-data/split-layout-missing-facility', 'info', file, { expected })];
}

function datasetOf({ definition }: Mapping): ReportDataset | null {
  if (definition === undefined) return null;
  const { id, number, title, certainty } = definition;
  return { id, number, title, certainty };
}

function guessOf({ dataset, confidence }: DatasetOffer): ReportGuess[] {
  const known = datasets.find(({ id }) => id === dataset);
  if (known === undefined) return [];
  const { id, number, title, certainty } = known;
  return [{ id, number, title, certainty, confidence }];
}

function offersOf({ index, header, offers = [] }: ColumnMapping): ReportOffer[] {
  return offers.map(({ standard, confidence }) => ({ index, header, standard, confidence }));
}

function patchOf(patch: Patch): ReportPatch {
  const { kind, code, row, cell, column, before, after, confidence } = patch;
  const message = patchSentence(patch);
  return { kind, code, row, cell, column, before, after, confidence, message };
}
