import { creditHtml, escapeHtml, htmlText } from '@yokoten/standard/app';
import type { Layer, MapDocument } from '../document.ts';

/** The map's content as tables, in the first language, for a browser that runs no scripts. All text is escaped. */
export function fallbackHtml({ title, languages, sample, layers }: MapDocument): string {
  const [language = 'ja'] = languages;
  const intro = sample === undefined ? '' : `<p>${htmlText(sample, language)}</p>`;
  const tables = layers.map((layer) => layerTable(layer, language)).join('');
  return `<h1>${htmlText(title, language)}</h1>${intro}${tables}`;
}

interface Column {
  readonly label: string;
  readonly values: readonly string[];
}

const NAME = { ja: '名前', en: 'Name' };

function layerTable(layer: Layer, language: string): string {
  const { title, note, places, credit } = layer;
  const columns = columnsOf(layer, language);
  const shown = columns.filter((column) => !isUniform(column));
  const same = columns.filter((column) => isUniform(column) && column.values[0] !== '');
  const labels = [htmlText(NAME, language), ...shown.map(({ label }) => label)];
  const head = labels.map((label) => `<th scope="col">${label}</th>`).join('');
  const rows = places.map(([, , , name], row) => {
    const cells = shown.map(({ values }) => `<td>${values[row] ?? ''}</td>`).join('');
    return `<tr><th scope="row">${escapeHtml(name)}</th>${cells}</tr>`;
  });
  return [
    `<h2>${htmlText(title, language)}</h2>`,
    note === undefined ? '' : `<p>${htmlText(note, language)}</p>`,
    ...same.map(({ label, values }) => `<p>${label}: ${values[0] ?? ''}</p>`),
    `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`,
    `<p>${creditHtml(credit, language)}</p>`,
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
        label: htmlText(field.label, language),
        values: places.map(([, , , , values]) => escapeHtml(values[index] ?? '')),
      },
    ];
  });
}
