import { escapeHtml } from '@yokoten/standard/app';
import type { PackTexts } from '../../model/texts.ts';

/** The programmes as a table, in Japanese, for a browser that runs no scripts. All text is escaped. */
export function fallbackHtml(title: string, texts: PackTexts | undefined): string {
  const heading = `<h1 lang="ja">${escapeHtml(texts?.title ?? title)}</h1>`;
  if (texts === undefined) return heading;
  const notice = texts.notice === undefined ? '' : `<p>${escapeHtml(texts.notice)}</p>`;
  const rows = Object.values(texts.programmes).map(
    ({ title: name, summary = '', who = '', where = '' }) =>
      `<tr><th scope="row">${escapeHtml(name)}</th>${[summary, who, where].map((text) => `<td>${escapeHtml(text)}</td>`).join('')}</tr>`,
  );
  const head = ['制度', '内容', '対象', '申し込む場所'].map(
    (text) => `<th scope="col">${text}</th>`,
  );
  return `${heading}${notice}<table lang="ja"><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
