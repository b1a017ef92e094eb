import { safeLink } from '@yokoten/ui';
import { html, nothing, type TemplateResult } from 'lit';
import type { Credit } from '../document.ts';
import { dayText, said, type Shown } from '../record-view.ts';
import type { PageContext } from './context.ts';

/** One finding of the data report, as far as the page shows it. */
export interface ReportedFinding {
  readonly row?: number;
  readonly cell?: string;
  readonly message: { readonly ja: string; readonly en?: string };
}

/** The report: not asked for yet, on its way, here, or not to be had. */
export type Report = readonly ReportedFinding[] | 'failed' | undefined;

/** Findings that are written out. */
const SHOWN = 200;

/** Whose data this is, as of when, under which terms, and what is wrong with it. */
export function aboutView(context: PageContext, report: Report, load: () => void): TemplateResult {
  const { document, strings, language } = context;
  const { credit, background, contacts = [], file } = document;
  return html`<footer>
    <h2>${strings.about}</h2>
    <dl>
      ${credit === undefined ? line(strings.source, strings.unstatedSource) : creditLines(credit, context)}
      ${file === undefined ? nothing : line(strings.file, file)}
      ${
        background === undefined
          ? nothing
          : line(
              strings.background,
              linked(background.credit.url, said(background.credit.source, language)),
            )
      }
      ${
        contacts.length === 0
          ? nothing
          : line(
              strings.contacts,
              html`${contacts.map(
                ({ label, value, url }) =>
                  html`<span class="contact">${said(label, language)} ${linked(url, value)}</span>`,
              )}`,
            )
      }
    </dl>
    ${reportView(context, report, load)}
  </footer>`;
}

function creditLines(
  { source, url, licence, licenceUrl, date, processed }: Credit,
  { strings, language }: PageContext,
): TemplateResult {
  return html`${line(strings.source, linked(url, said(source, language)))}
  ${line(strings.licence, linked(licenceUrl, licence ?? strings.unstatedLicence))}
  ${date === undefined ? nothing : line(strings.asOf, dayText(date, language))}
  ${processed === undefined ? nothing : html`<div><dd>${said(processed, language)}</dd></div>`}`;
}

function linked(url: string | undefined, text: string): Shown {
  return url === undefined ? text : safeLink(url, text);
}

function line(label: string, value: Shown): TemplateResult {
  return html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
}

function reportView(context: PageContext, report: Report, load: () => void): TemplateResult {
  const { strings, document } = context;
  const { rows, findings, url } = document.report;
  const opened = (event: Event): void => {
    if ((event.target as HTMLDetailsElement).open && report === undefined) load();
  };
  if (rows === 0) return html``;
  return html`<p>${strings.read(rows)} ${findings === 0 ? strings.noFinding : nothing}</p>
    ${
      findings === 0 || url === undefined
        ? nothing
        : html`<details class="report" @toggle=${opened}>
            <summary>${strings.findings(findings)}</summary>
            ${findingList(context, report, load)}
          </details>`
    }`;
}

function findingList(
  { strings, language }: PageContext,
  report: Report,
  load: () => void,
): TemplateResult {
  if (report === undefined) return html`<p role="status">${strings.loading}</p>`;
  if (report === 'failed') {
    return html`<p role="alert">${strings.failed} ${strings.failedHint}</p>
      <button class="wide" @click=${load}>${strings.retry}</button>`;
  }
  const left = report.length - SHOWN;
  return html`<ul class="findings">
      ${report
        .slice(0, SHOWN)
        .map(
          ({ row, cell, message }) =>
            html`<li>
              ${row === undefined ? nothing : html`<strong>${strings.row(row)}</strong> `}
              ${cell === undefined ? nothing : html`<code>${cell}</code> `}
              ${language.startsWith('en') ? (message.en ?? message.ja) : message.ja}
            </li>`,
        )}
    </ul>
    ${left > 0 ? html`<p>${strings.further(left)}</p>` : nothing}`;
}
