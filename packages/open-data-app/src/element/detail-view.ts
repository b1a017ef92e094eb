import type { BrowseRecord } from '@yokoten/open-data/browse';
import { html, nothing, type TemplateResult } from 'lit';
import type { Field, RecordView } from '../record-view.ts';
import type { PageContext } from './context.ts';

/** The page of a record as it usually looks: every field that is filled. */
export function usualDetail(record: RecordView): TemplateResult {
  return fieldList(record.fields);
}

function fieldList(fields: readonly Field[]): TemplateResult {
  return html`<dl>
    ${fields.map(
      ({ label, value }) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

/** The page of one record; where there is none any more, that is said. */
export function detailView(
  context: PageContext,
  record: BrowseRecord | undefined,
  detail: (record: RecordView) => TemplateResult,
  { home, isMap }: { readonly home: string; readonly isMap: boolean },
): TemplateResult {
  const { strings } = context;
  const back = html`<p class="back"><a href=${home} data-list>${strings.back}</a></p>`;
  if (record === undefined) {
    return html`<section class="detail">
      ${back}
      <h1 tabindex="-1" id="detail-title">${strings.unknownRecord}</h1>
    </section>`;
  }
  const view = context.view(record);
  const { minorFields } = view;
  return html`<article class="detail" aria-labelledby="detail-title">
    ${back}
    <h1 tabindex="-1" id="detail-title">${view.name}</h1>
    ${view.reading === '' ? nothing : html`<p class="reading">${view.reading}</p>`}
    ${view.isOver ? html`<p class="badge">${strings.over}</p>` : nothing} ${detail(view)}
    ${isMap && record.at === undefined ? html`<p class="note">${strings.noPlace}</p>` : nothing}
    ${
      minorFields.length === 0
        ? nothing
        : html`<details class="minor">
            <summary>${strings.more}</summary>
            ${fieldList(minorFields)}
          </details>`
    }
  </article>`;
}
