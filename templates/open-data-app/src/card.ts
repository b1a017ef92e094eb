import type { RecordView } from '@yokoten/open-data-app';
import { html, type TemplateResult } from 'lit';

/**
 * 一覧の一件に出すもの。自由に書きかえてください。
 * What one entry of the list shows. Change it as you like.
 *
 * record.get('料金(基本)')  データのまま / the cell as the file has it
 * record.show('電話番号')    読みやすい形（リンク、日付） / the same as a link, a date …
 * record.highlights(3)      目立つ項目を三つ / the three fields that say most
 */
export function card(record: RecordView): TemplateResult {
  return html`
    <h3><a href=${record.href}>${record.name}</a></h3>
    ${record.highlights(3).map(({ label, value }) => html`<p><small>${label}</small> ${value}</p>`)}
  `;
}
