import type { Localized } from '@yokoten/standard';
import type { Certainty, DatasetId, Requirement } from '@yokoten/standard/datasets';
import type { Encoding } from '../encoding.ts';
import type { Problem, Severity } from '../problem.ts';
import type { Generation } from '../recognise.ts';
import type { Patch } from '../repair/index.ts';
import type { Newline, TableKind } from '../table.ts';
import type { FileCheckName } from './file-checks.ts';
import type { Fix } from './fixes.ts';
import type { ReportPositions } from './positions.ts';
import type { Score } from './score.ts';

/**
 * Everything a report says about one file, as plain JSON; all text, HTML and pages are made from it. `version` rises
 * when a member changes its meaning or goes away, not when one is added.
 */
export interface Report {
  readonly version: 1;
  /** The path or name as it was given. */
  readonly file: string;
  /** Which sheet, folder or archive entry of the file this is about, where it has several. */
  readonly part?: string;
  readonly format: ReportFormat;
  /** `null` where the file is none of the known datasets. */
  readonly dataset: ReportDataset | null;
  readonly generation: Generation;
  /** 0 to 1: how sure the dataset is; 0 where there is none. */
  readonly confidence: number;
  /** What else the file might be, the likeliest first. */
  readonly alternatives: readonly ReportGuess[];
  readonly score: ReportScore;
  /** The three things to do that gain most, on top of the corrected file. */
  readonly fixes: readonly Fix[];
  readonly columns: readonly ReportColumn[];
  /** Wanted columns of the dataset that the file does not have. */
  readonly absent: readonly AbsentColumn[];
  readonly missing: ReportMissing;
  /** By code, errors first; a question to a person has severity `info`. */
  readonly problems: readonly ProblemGroup[];
  readonly counts: Readonly<Record<Severity, number>>;
  /** Every change in the corrected file. */
  readonly patches: readonly ReportPatch[];
  /** What a column could mean, for a person to confirm; nothing was done with it. */
  readonly offers: readonly ReportOffer[];
  /** `null` where the file has no columns for positions. */
  readonly positions: ReportPositions | null;
}

/** What the file is as bytes and as a table. */
export interface ReportFormat {
  readonly kind: TableKind;
  readonly encoding: Encoding;
  readonly bom: boolean;
  readonly newline: Newline;
  /** 1-based. */
  readonly headerRow: number;
  /** Data rows. */
  readonly rows: number;
  readonly blankRows: number;
  /** Rows around the header that are no data. */
  readonly preamble: number;
  /** The checks of the file as a whole, of the file as published. */
  readonly checks: readonly { readonly name: FileCheckName; readonly passed: boolean }[];
}

/** Which of the standard datasets the file is. */
export interface ReportDataset {
  readonly id: DatasetId;
  /** Number in the national list, two digits. */
  readonly number: string;
  readonly title: Localized;
  /** How well the dataset's columns are known. */
  readonly certainty: Certainty;
}

/** A dataset the file could be instead. */
export interface ReportGuess extends ReportDataset {
  /** 0 to 1. */
  readonly confidence: number;
}

/** The score of the file as published, and of the corrected file before anything else is done to it. */
export interface ReportScore {
  readonly published: Score;
  readonly corrected: Score;
}

/** One column of the file. */
export interface ReportColumn {
  /** 0-based position in the file. */
  readonly index: number;
  readonly header: string;
  /** The standard's name; `null` where the meaning is not sure. */
  readonly standard: string | null;
  /** 0 to 1. */
  readonly confidence: number;
  /** `null` for a column that is none of the dataset's. */
  readonly requirement: Requirement | null;
  /** Rows whose cell is blank or not there, in the corrected file. */
  readonly missing: number;
  /** The same as a share, 0 to 1; 0 where there is no row. */
  readonly rate: number;
}

/** A column that the dataset wants in every row and the file does not have. */
export interface AbsentColumn {
  readonly standard: string;
  readonly requirement: 'required' | 'recommended';
}

/** Blank cells by what the dataset asks of a column; a column that is not there counts as blank in every row. */
export interface ReportMissing {
  readonly required: MissingRate;
  readonly recommended: MissingRate;
  /** The dataset's other columns, as far as the file has them. */
  readonly optional: MissingRate;
}

/** How much is blank. */
export interface MissingRate {
  readonly columns: number;
  readonly cells: number;
  readonly missing: number;
  /** 0 to 1; `null` where there is no such cell. */
  readonly rate: number | null;
}

/** All findings of one code. */
export interface ProblemGroup {
  readonly code: string;
  readonly severity: Severity;
  readonly count: number;
  /** How many there are per column, for columns that are named. */
  readonly columns: readonly { readonly column: string; readonly count: number }[];
  /** The first few, with their sentences. */
  readonly first: readonly Problem[];
}

/** One change in the corrected file. Rows and columns that were taken out are named, not repeated. */
export interface ReportPatch extends Pick<
  Patch,
  'kind' | 'code' | 'row' | 'cell' | 'column' | 'before' | 'after' | 'confidence'
> {
  /** What was done, in short. */
  readonly message: Localized;
}

/** A column whose meaning is likely but not sure. */
export interface ReportOffer {
  readonly index: number;
  readonly header: string;
  readonly standard: string;
  /** 0 to 1. */
  readonly confidence: number;
}
