import type { RecordView } from '@yokoten/open-data-app';
import { html, type TemplateResult } from 'lit';

/**
 * 一件のページに出すもの。名前の下に出ます。
 * What the page of one record shows, below its name.
 *
 * record.fields  空でない項目のすべて / every field that is filled
 * record.at      [経度, 緯度]、なければ undefined / [lng, lat], or undefined
 */
export function detail(record: RecordView): TemplateResult {
  return html`
    <dl>
      ${record.fields.map(
        ({ label, value }) => html`
          <div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>
        `,
      )}
    </dl>
  `;
}
