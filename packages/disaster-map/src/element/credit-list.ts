import { formatDate } from '@yokoten/standard';
import { html, nothing, type TemplateResult } from 'lit';
import type { Credit } from '../document.ts';
import { dataText, type PageContext } from './context.ts';
import { safeLink } from './safe-link.ts';

/** Source, date, licence and processing of one set of data. An unstated licence is said to be unstated. */
export function creditList(credit: Credit, { state, strings }: PageContext): TemplateResult {
  const { language } = state;
  const source = dataText(credit.source, language);
  const licence =
    credit.licence === null
      ? strings.licenceUnstated
      : credit.licenceUrl === undefined
        ? credit.licence
        : safeLink(credit.licenceUrl, credit.licence);
  return html`<dl>
    <div>
      <dt>${strings.source}</dt>
      <dd>${credit.url === undefined ? source : safeLink(credit.url, html`${source}`)}</dd>
    </div>
    ${
      credit.date === undefined
        ? nothing
        : html`<div>
            <dt>${strings.dateOfData}</dt>
            <dd>${formatDate(credit.date, language)}</dd>
          </div>`
    }
    <div>
      <dt>${strings.licence}</dt>
      <dd>${licence}</dd>
    </div>
    ${
      credit.processed === undefined
        ? nothing
        : html`<div>
            <dt>${strings.processed}</dt>
            <dd>${dataText(credit.processed, language)}</dd>
          </div>`
    }
  </dl>`;
}
