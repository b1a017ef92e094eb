import { formatDate } from '@yokoten/standard';
import type { Credit, Layer, MapDocument } from '../document.ts';

/** The map's content as tables, in the first language, for a browser that runs no scripts. All text is escaped. */
export function fallbackHtml({ title, languages, sample, layers }: MapDocument): string {
  const [language = 'ja'] = languages;
  const intro = sample === undefined ? '' : `<p>${text(sample, language)}</p>`;
  const tables = layers.map((layer) => layerTable(layer, language)).join('');
  return `<h1>${text(title, language)}</h1>${intro}${tables}`;
}

type Texts = Readonly<Record<string, string | undefined>>;

interface Column {
  readonly label: string;
  readonly values: readonly string[];
}

const NAME: Texts = { ja: '名前', en: 'Name' };

function layerTable(layer: Layer, language: string): string {
  const { title, note, places, credit } = layer;
  const columns = columnsOf(layer, language);
  const shown = columns.filter((column) => !isUniform(column));
  const same = columns.filter((column) => isUniform(column) && column.values[0] !== '');
  const labels = [text(NAME, language), ...shown.map(({ label }) => label)];
  const head = labels.map((label) => `<th scope="col">${label}</th>`).join('');
  const rows = places.map(([, , , name], row) => {
    const cells = shown.map(({ values }) => `<td>${values[row] ?? ''}</td>`).join('');
    return `<tr><th scope="row">${escape(name)}</th>${cells}</tr>`;
  });
  return [
    `<h2>${text(title, language)}</h2>`,
    note === undefined ? '' : `<p>${text(note, language)}</p>`,
    ...same.map(({ label, values }) => `<p>${label}: ${values[0] ?? ''}</p>`),
    `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`,
    `<p>${creditLine(credit, language)}</p>`,
  ].join('');
}

function isUniform({ values }: Column): boolean {
  return values.length > 1 && values.every((value) => value === values[0]);
}

/** Kind and address, where the layer has them; label and values are escaped. */
function columnsOf({ fields, places }: Layer, language: string): Column[] {
  return (['kind', 'address'] as const).flatMap((role) => {
    const index = fields.findIndex((field) => field.role === role);
    const field = fields[index];
    if (field === undefined) return [];
    return [
      {
        label: text(field.label, language),
        values: places.map(([, , , , values]) => escape(values[index] ?? '')),
      },
    ];
  });
}

function creditLine({ source, date, licence, processed }: Credit, language: string): string {
  const isJapanese = /^ja\b/.test(language);
  const unstated = isJapanese ? '利用条件の記載なし' : 'licence not stated';
  const parts = [
    `${isJapanese ? '出典: ' : 'Source: '}${text(source, language)}`,
    date === undefined ? '' : escape(dateText(date, language)),
    escape(licence ?? unstated),
    processed === undefined ? '' : text(processed, language),
  ];
  return parts.filter((part) => part !== '').join(isJapanese ? '、' : ', ');
}

function dateText(date: string, language: string): string {
  try {
    return formatDate(date, language);
  } catch {
    // A day that no calendar has, like 2026-02-30: as the source states it.
    return date;
  }
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
