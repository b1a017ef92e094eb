import type { PackTexts } from '../../model/texts.ts';

/** The programmes as a table, in Japanese, for a browser that runs no scripts. All text is escaped. */
export function fallbackHtml(title: string, texts: PackTexts | undefined): string {
  const heading = `<h1 lang="ja">${escape(texts?.title ?? title)}</h1>`;
  if (texts === undefined) return heading;
  const notice = texts.notice === undefined ? '' : `<p>${escape(texts.notice)}</p>`;
  const rows = Object.values(texts.programmes).map(
    ({ title: name, summary = '', who = '', where = '' }) =>
      `<tr><th scope="row">${escape(name)}</th>${[summary, who, where].map((text) => `<td>${escape(text)}</td>`).join('')}</tr>`,
  );
  const head = ['制度', '内容', '対象', '申し込む場所'].map(
    (text) => `<th scope="col">${text}</th>`,
  );
  return `${heading}${notice}<table lang="ja"><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
