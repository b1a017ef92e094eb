import { strToU8, zipSync } from 'fflate';
import { columnName } from '../../internal/address.ts';
import { sheetText } from './sheet-text.ts';
import { type CellStyle, styleIndex, stylesXml } from './styles.ts';

/** One sheet of a workbook. */
export interface Sheet {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  /** Text and look of every cell. */
  readonly rows: readonly (readonly SheetCell[])[];
  /** Width of the columns, in digits. */
  readonly widths: readonly number[];
  /** Whether row 1 stays in view. */
  readonly frozen: boolean;
}

/** A cell that holds text. */
export type SheetCell = readonly [text: string, style: CellStyle];

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The earliest time a zip archive can name: the same table gives the same bytes. */
const TIME = '1980-01-01T00:00:00';

/** Writes a workbook of text cells (ECMA-376, Office Open XML). Strings stand in their cells. */
export function writeWorkbook(sheets: readonly Sheet[]): Uint8Array {
  const parts: [string, string][] = [
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbook(sheets)],
    ['xl/_rels/workbook.xml.rels', workbookRelations(sheets.length)],
    ['xl/styles.xml', stylesXml()],
    ...sheets.map((sheet, at): [string, string] => [
      `xl/worksheets/sheet${at + 1}.xml`,
      sheetXml(sheet),
    ]),
  ];
  const files = parts.map(([path, text]) => [path, strToU8(XML + text)]);
  return zipSync(Object.fromEntries(files), { level: 6, mtime: TIME });
}

function contentTypes(sheets: number): string {
  const all = Array.from({ length: sheets }, (_, at) =>
    part(`/xl/worksheets/sheet${at + 1}.xml`, 'worksheet'),
  );
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('/xl/workbook.xml', 'sheet.main')}${part('/xl/styles.xml', 'styles')}${all.join('')}</Types>`;
}

function part(path: string, type: string): string {
  return `<Override PartName="${path}" ContentType="${CONTENT}.${type}+xml"/>`;
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

function workbookRelations(sheets: number): string {
  const all = Array.from(
    { length: sheets },
    (_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const,
  );
  return relations([...all, ['styles', 'styles.xml']]);
}

function workbook(sheets: readonly Sheet[]): string {
  const all = sheets.map(
    ({ name }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${all.join('')}</sheets></workbook>`;
}

function sheetXml({ rows, widths, frozen }: Sheet): string {
  const pane = frozen
    ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    : '';
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const cols = columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`;
  const names: string[] = [];
  const lines = rows.map((cells, at) => {
    const row = at + 1;
    let line = `<row r="${row}">`;
    for (const [index, [text, style]] of cells.entries()) {
      const name = (names[index] ??= columnName(index));
      line += cellXml(`${name}${row}`, text, styleIndex[style]);
    }
    return `${line}</row>`;
  });
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>${cols}<sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cellXml(address: string, text: string, style: number): string {
  if (text === '') return `<c r="${address}" s="${style}"/>`;
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(sheetText(text))}</t></is></c>`;
}

function escapeXml(text: string): string {
  return /[&<>"]/u.test(text)
    ? text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
    : text;
}
