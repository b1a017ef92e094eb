import type { TemplateResult } from 'lit';
import type { ReportSummary } from '../document.ts';
import type { PageContext } from './context.ts';
import { findingList, ledgerView, type ReportedFinding } from './report-lists.ts';

/** What the data report says, as lists; not asked for yet or on its way, or not to be had. */
export type Report =
  | Readonly<Record<'findings' | 'repairs', (context: PageContext) => TemplateResult>>
  | 'failed'
  | undefined;

/** Fetches the data report; anything else than one is one that failed. The findings come first in it, then the repairs. */
export async function loadReport(
  { url = '', findings }: ReportSummary,
  root: URL,
): Promise<Report> {
  try {
    const response = await fetch(new URL(url, root));
    const value: unknown = response.ok ? await response.json() : undefined;
    const problems = isRecord(value) ? value['problems'] : undefined;
    if (!Array.isArray(problems) || !problems.every(isFinding)) return 'failed';
    return {
      findings: (context) => findingList(context, problems.slice(0, findings)),
      repairs: (context) => ledgerView(context, problems.slice(findings)),
    };
  } catch {
    // Said on the page, with a button to try again.
    return 'failed';
  }
}

function isFinding(value: unknown): value is ReportedFinding {
  return (
    isRecord(value) && isRecord(value['message']) && typeof value['message']['ja'] === 'string'
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
