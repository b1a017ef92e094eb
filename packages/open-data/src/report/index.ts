export type { MappedTable } from '../repaired.ts';
export type { ReportCode } from './codes.ts';
export {
  type Examination,
  examineFile,
  type ExamineOptions,
  type ExamineStep,
  examineTable,
  type TableExamination,
  type TableOptions,
} from './examine.ts';
export type { FileCheck, FileCheckName } from './file-checks.ts';
export type { Fix } from './fixes.ts';
export { type HtmlOptions, reportHtml } from './html/page.ts';
export type {
  AbsentColumn,
  MissingRate,
  ProblemGroup,
  Report,
  ReportColumn,
  ReportDataset,
  ReportFormat,
  ReportGuess,
  ReportMissing,
  ReportOffer,
  ReportPatch,
  ReportScore,
} from './model.ts';
export type { ReportPoint, ReportPositions } from './positions.ts';
export { type Checked, type Made, makeReport, type Reported } from './report.ts';
export { type PartScore, type Score, type ScorePart, WEIGHTS } from './score.ts';
export { reportText, type TextOptions } from './text.ts';
export type { ReportLanguage } from './words.ts';
