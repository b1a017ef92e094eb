/** One finding or repair of the data report, as far as the page shows it. */
export interface ReportedFinding {
  readonly code?: string;
  readonly row?: number;
  readonly column?: string;
  readonly cell?: string;
  readonly before?: string;
  readonly after?: string;
  readonly message: { readonly ja: string; readonly en?: string };
}

/** The report: not asked for yet or on its way, here, or not to be had. */
export type Report = readonly ReportedFinding[] | 'failed' | undefined;

/** Entries of one list that are written out. */
export const SHOWN = 200;

/** Fetches the data report; anything else than one is one that failed. */
export async function loadReport(address: URL): Promise<Report> {
  try {
    const response = await fetch(address);
    const value: unknown = response.ok ? await response.json() : undefined;
    const problems = isRecord(value) ? value['problems'] : undefined;
    return Array.isArray(problems) && problems.every(isFinding) ? problems : 'failed';
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
