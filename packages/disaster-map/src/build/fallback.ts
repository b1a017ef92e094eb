import type { Credit, Layer, MapDocument } from '../document.ts';

/** The map's content as tables, in the first language, for a browser that runs no scripts. All text is escaped. */
export function fallbackHtml({ title, languages, sample, layers }: MapDocument): string {
  const [language = 'ja'] = languages;
  const intro = sample === undefined ? '' : `<p>${text(sample, language)}</p>`;
  const tables = layers.map((layer) => layerTable(layer, language)).join('');
  return `<h1>${text(title, language)}</h1>${intro}${tables}`;
}

type Texts = Readonly<Record<string, string | undefined>>;

function layerTable({ title, note, fields, places, credit }: Layer, language: string): string {
  const shown = (['kind', 'address'] as const).flatMap((role) => {
    const index = fields.findIndex((field) => field.role === role);
    return index === -1 ? [] : [index];
  });
  const name = { ja: '名前', en: 'Name' };
  const labels = [name, ...shown.map((index) => fields[index]?.label ?? name)];
  const head = labels.map((label) => `<th scope="col">${text(label, language)}</th>`).join('');
  const rows = places.map(([, , , name, values]) => {
    const cells = shown.map((index) => `<td>${escape(values[index] ?? '')}</td>`).join('');
    return `<tr><th scope="row">${escape(name)}</th>${cells}</tr>`;
  });
  return [
    `<h2>${text(title, language)}</h2>`,
    note === undefined ? '' : `<p>${text(note, language)}</p>`,
    `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`,
    `<p>${creditLine(credit, language)}</p>`,
  ].join('');
}

function creditLine({ source, date, licence, processed }: Credit, language: string): string {
  const isJapanese = language === 'ja';
  const unstated = isJapanese ? '利用条件の記載なし' : 'licence not stated';
  const parts = [
    `${isJapanese ? '出典: ' : 'Source: '}${text(source, language)}`,
    date === undefined ? '' : escape(date),
    escape(licence ?? unstated),
    processed === undefined ? '' : text(processed, language),
  ];
  return parts.filter((part) => part !== '').join(isJapanese ? '、' : ', ');
}

function text(texts: Texts, language: string): string {
  return escape(texts[language] ?? texts['ja'] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(raw: string): string {
  return raw.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
