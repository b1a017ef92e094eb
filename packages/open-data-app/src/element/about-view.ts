import { safeLink } from '@yokoten/ui';
import { html, nothing, type TemplateResult } from 'lit';
import type { Credit } from '../document.ts';
import { dayText, said, type Shown } from '../record-view.ts';
import type { PageContext } from './context.ts';
import type { Report } from './report.ts';

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

/** What is left to mend, and what was mended before it was shown: each a list that opens. */
function reportView(context: PageContext, report: Report, load: () => void): TemplateResult {
  const { strings } = context;
  const { rows, records, findings, repairs, url } = context.document.report;
  if (rows === 0) return html``;
  const opens = (label: string, part: 'findings' | 'repairs'): TemplateResult => {
    const opened = (event: Event): void => {
      if ((event.target as HTMLDetailsElement).open && report === undefined) load();
    };
    return html`<details class="report" @toggle=${opened}>
      <summary>${label}</summary>
      ${report === undefined || report === 'failed' ? waitView(context, report, load) : report[part](context)}
    </details>`;
  };
  const isThere = url !== undefined;
  return html`<p>${strings.read(rows, records)} ${findings === 0 ? strings.noFinding : nothing}</p>
    ${isThere && findings > 0 ? opens(strings.findings(findings), 'findings') : nothing}
    ${isThere && repairs > 0 ? opens(strings.repairs(repairs), 'repairs') : nothing}`;
}

function waitView(
  { strings }: PageContext,
  report: 'failed' | undefined,
  load: () => void,
): TemplateResult {
  if (report === undefined) return html`<p role="status">${strings.loading}</p>`;
  return html`<p role="alert">${strings.failed} ${strings.failedHint}</p>
    <button class="wide" @click=${load}>${strings.retry}</button>`;
}
