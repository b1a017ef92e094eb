import { zipOf } from './zip-writer.ts';

/** A sheet as raw SpreadsheetML inside `<worksheet>`, or only its rows. */
export interface NewSheet {
  readonly name: string;
  readonly rows: string;
  readonly after?: string;
  readonly state?: string;
}

interface NewWorkbook {
  readonly sheets: readonly NewSheet[];
  /** `<si>` elements. */
  readonly strings?: string;
  /** Inside `<styleSheet>`. */
  readonly styles?: string;
  readonly from1904?: boolean;
  readonly prefix?: string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Writes a workbook by hand, so that its XML is exactly what a test wants. */
export function workbookOf({
  sheets,
  strings = '',
  styles = '',
  from1904 = false,
  prefix = '',
}: NewWorkbook): Uint8Array {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const space = prefix === '' ? `xmlns="${MAIN}"` : `xmlns:${prefix.slice(0, -1)}="${MAIN}"`;
  const list = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" r:id="s${index}"${state ? ` state="${state}"` : ''}/>`,
  );
  return zipOf([
    { name: '[Content_Types].xml', data: `${XML}<Types/>` },
    {
      name: '_rels/.rels',
      data: `${XML}<Relationships xmlns="${PACKAGE}">${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `${XML}<Relationships xmlns="${PACKAGE}">${sheets
        .map((_, index) => relation(`s${index}`, 'worksheet', `worksheets/sheet${index + 1}.xml`))
        .join(
          '',
        )}${relation('t', 'sharedStrings', 'sharedStrings.xml')}${relation('y', 'styles', '/xl/styles.xml')}</Relationships>`,
    },
    { name: 'xl/sharedStrings.xml', data: `${XML}<sst xmlns="${MAIN}">${strings}</sst>` },
    { name: 'xl/styles.xml', data: `${XML}<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` },
    ...sheets.map(({ rows, after = '' }, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      data: `${XML}<${prefix}worksheet ${space}><${prefix}sheetData>${rows}</${prefix}sheetData>${after}</${prefix}worksheet>`,
    })),
  ]);
}

/** A row of inline strings; blank ones leave their cell out. */
export function textRow(row: number, cells: readonly string[], attributes = ''): string {
  const written = cells.map((text, index) =>
    text === ''
      ? ''
      : `<c r="${String.fromCharCode(65 + index)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`,
  );
  return `<row r="${row}"${attributes}>${written.join('')}</row>`;
}
