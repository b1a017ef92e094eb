import { html, nothing, type TemplateResult } from 'lit';
import { dataText, japanese, type WholeContext } from './context.ts';

/** One finding of the build about a file, as its report writes it. */
interface Finding {
  readonly file: string;
  readonly row?: number;
  readonly cell?: string;
  readonly code: string;
  readonly message: { readonly ja: string; readonly en?: string };
}

type Loaded = readonly Finding[] | 'loading' | 'failed';

/** A report may hold thousands; whoever mends them has the file. */
const SHOWN = 200;

const reports = new Map<string, Loaded>();

/** What the build found in the data files. The report is loaded when it is shown for the first time. */
export function dataReport(url: string, context: WholeContext): TemplateResult {
  const { strings, language } = context;
  if (!reports.has(url)) void load(url, context);
  const report = reports.get(url) ?? 'loading';
  if (report === 'loading') return html`<p role="status">${strings.loading}</p>`;
  if (report === 'failed') {
    return html`<p role="alert">${strings.reportFailed}</p>
      <button class="wide" @click=${() => void load(url, context)}>${strings.retry}</button>`;
  }
  return html`<ul class="findings">
      ${report.slice(0, SHOWN).map(
        ({ file, row, cell, message, code }) =>
          html`<li>
            <strong>${japanese(file, language)} ${strings.reportWhere(row)} ${cell}</strong>
            <p>${dataText(message, language)} <small>${code}</small></p>
          </li>`,
      )}
    </ul>
    ${report.length > SHOWN ? html`<p>${strings.reportMore(report.length - SHOWN)}</p>` : nothing}`;
}

async function load(url: string, { redraw }: WholeContext): Promise<void> {
  const again = reports.has(url);
  reports.set(url, 'loading');
  // The first time this happens while the page is being drawn.
  if (again) redraw();
  reports.set(url, await fetchReport(url));
  redraw();
}

async function fetchReport(url: string): Promise<Loaded> {
  try {
    const response = await fetch(url);
    const report: unknown = response.ok ? await response.json() : undefined;
    return isReport(report) ? report.problems : 'failed';
  } catch {
    return 'failed'; // unreachable, or not JSON: the reader is told either way
  }
}

function isReport(value: unknown): value is { readonly problems: readonly Finding[] } {
  if (typeof value !== 'object' || value === null || !('problems' in value)) return false;
  const { problems } = value;
  return Array.isArray(problems) && problems.every((problem) => isFinding(problem));
}

function isFinding(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('message' in value)) return false;
  const { message } = value;
  return typeof message === 'object' && message !== null && 'ja' in message;
}
