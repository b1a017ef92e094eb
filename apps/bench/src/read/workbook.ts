import { strToU8, zipSync } from 'fflate';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function part(name: string, type: string): string {
  return `<Override PartName="/${name}" ContentType="${TYPE}.${type}+xml"/>`;
}

/** A workbook of one sheet as Excel writes it: a third shared texts, a third decimals, a third styled blanks. */
export function filledWorkbook(rows: number, columns: number): Uint8Array {
  const header = Array.from({ length: columns }, (_, at) => text(`${letters(at)}1`, `列${at}`));
  const lines = [`<row r="1">${header.join('')}</row>`];
  for (let row = 2; row <= rows + 1; row++) {
    const cells = Array.from({ length: columns }, (_, at) => {
      const address = letters(at) + row;
      if (at % 3 === 0) return `<c r="${address}" s="1" t="s"><v>${(row * 7 + at) % 5000}</v></c>`;
      if (at % 3 === 2) return `<c r="${address}" s="1"/>`;
      return `<c r="${address}" s="1"><v>${(35 + row / 1e5).toFixed(6)}</v></c>`;
    });
    lines.push(`<row r="${row}" spans="1:${columns}">${cells.join('')}</row>`);
  }
  return workbook(lines.join(''));
}

/** A list of `filled` rows whose blanks were dragged down to the end of the sheet, as Excel keeps them. */
export function sheetEnd(filled: number): Uint8Array {
  const lines = [`<row r="1">${text('A1', '名称')}${text('B1', '人数')}</row>`];
  for (let row = 2; row <= 1_048_576; row++) {
    lines.push(
      row <= filled + 1
        ? `<row r="${row}" spans="1:3">${text(`A${row}`, `みほん${row}`)}<c r="B${row}"><v>${row}</v></c></row>`
        : `<row r="${row}" spans="1:3" ht="18" customHeight="1"><c r="A${row}" s="1"/><c r="B${row}" s="1"/><c r="C${row}" s="1"/></row>`,
    );
  }
  return workbook(lines.join(''));
}

function text(address: string, value: string): string {
  return `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;
}

function letters(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : `A${String.fromCharCode(65 + column - 26)}`;
}

function workbook(rows: string): Uint8Array {
  const strings = Array.from({ length: 5000 }, (_, at) => `<si><t>みほん${at}</t></si>`);
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('xl/workbook.xml', 'sheet.main')}${part('xl/worksheets/sheet1.xml', 'worksheet')}${part('xl/sharedStrings.xml', 'sharedStrings')}${part('xl/styles.xml', 'styles')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relation('r', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets><sheet name="一覧" sheetId="1" r:id="s"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relation('s', 'worksheet', 'worksheets/sheet1.xml')}${relation('t', 'sharedStrings', 'sharedStrings.xml')}${relation('y', 'styles', 'styles.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst ${MAIN} count="5000" uniqueCount="5000">${strings.join('')}</sst>`,
    'xl/styles.xml': `<styleSheet ${MAIN}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="0"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`,
  };
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, body]) => [name, strToU8(xml + body)])),
  );
}
