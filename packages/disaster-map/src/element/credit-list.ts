import { formatDate } from '@yokoten/standard';
import { html, nothing, type TemplateResult } from 'lit';
import type { Credit } from '../document.ts';
import { dataText, japanese, type WholeContext } from './context.ts';
import { safeLink } from '@yokoten/ui';

/** Source, date, licence and processing of one set of data. An unstated licence is said to be unstated. */
export function creditList(credit: Credit, { language, strings }: WholeContext): TemplateResult {
  const source = dataText(credit.source, language);
  return html`<dl>
    ${row(strings.source, credit.url === undefined ? source : safeLink(credit.url, source))}
    ${credit.date === undefined ? nothing : row(strings.dateOfData, dateText(credit.date, language))}
    ${row(strings.licence, licenceText(credit, language) ?? strings.licenceUnstated)}
    ${credit.processed === undefined ? nothing : row(strings.processed, dataText(credit.processed, language))}
  </dl>`;
}

/** One line of a description list. */
export function row(label: TemplateResult | string, text: TemplateResult | string): TemplateResult {
  return html`<div>
    <dt>${label}</dt>
    <dd>${text}</dd>
  </div>`;
}

function licenceText(
  { licence, licenceUrl }: Credit,
  language: string,
): TemplateResult | string | undefined {
  if (licence === null) return undefined;
  const text = japanese(licence, language);
  return licenceUrl === undefined ? text : safeLink(licenceUrl, text);
}

function dateText(date: string, language: string): string {
  try {
    return formatDate(date, language);
  } catch {
    return date; // not a date of ISO 8601: as the source wrote it
  }
}
