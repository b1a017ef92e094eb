import { type Examination, examineFile, type ExamineStep } from '@yokoten/open-data/report';
import type { Errands, Summary, Town } from '../protocol.ts';

/** A file with all that is known about it. */
export interface Opened {
  readonly examination: Examination;
  readonly summary: Summary;
  readonly town: Town | undefined;
}

/**
 * Examines a file as the browser hands it over.
 * @throws OpenDataError where there is no table in it; DOMException where its bytes cannot be had.
 */
export async function examineBlob(
  { file, name, as, part, town }: Errands['examine']['question'],
  onProgress: (step: ExamineStep, done: number) => void,
): Promise<Opened> {
  onProgress('read', 0);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const settings = { file: name, as, part, municipality: town, onProgress };
  const examination = await examineFile(bytes, settings);
  return { examination, summary: summaryOf(examination), town };
}

function summaryOf({ report, published, parts }: Examination): Summary {
  const { dataset, confidence, format, score, counts, patches, positions } = report;
  return {
    part: published.table.part,
    parts,
    dataset,
    confidence,
    rows: format.rows,
    points: { published: score.published.points, corrected: score.corrected.points },
    errors: counts.error,
    warnings: counts.warning,
    questions: counts.info,
    changes: patches.length,
    located: positions?.located ?? null,
  };
}
