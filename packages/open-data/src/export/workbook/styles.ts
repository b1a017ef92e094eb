import type { Mark } from './marks.ts';

/** How a cell of the workbook looks. */
export type CellStyle = 'text' | 'head' | Mark;

interface Look {
  readonly ground?: string;
  readonly bold?: true;
}

/** Light grounds that differ in brightness too; black text on each has more than 7 : 1. */
const LOOKS: Readonly<Record<CellStyle, Look>> = {
  text: {},
  head: { ground: 'E8F1FE', bold: true },
  repaired: { ground: 'C6E9D5' },
  flagged: { ground: 'FFE08A' },
  missing: { ground: 'F2A9A9' },
};

/** Index of each style in `cellXfs`; 0 is the default that a workbook must have. */
export const styleIndex: Readonly<Record<CellStyle, number>> = {
  text: 1,
  head: 2,
  repaired: 3,
  flagged: 4,
  missing: 5,
};

/** Number format 49 is text (`@`): Excel changes nothing in such a cell, also when a person edits it. */
const TEXT_FORMAT = 49;

/** `xl/styles.xml` (ECMA-376, 18.8). The first two fills are reserved. */
export function stylesXml(): string {
  const looks = Object.values(LOOKS);
  const grounds = looks.flatMap(({ ground }) => ground ?? []);
  const fills = grounds.map(
    (ground) =>
      `<fill><patternFill patternType="solid"><fgColor rgb="FF${ground}"/><bgColor indexed="64"/></patternFill></fill>`,
  );
  const formats = looks.map(({ ground, bold }) => {
    const fill = ground === undefined ? 0 : grounds.indexOf(ground) + 2;
    const font = bold === true ? 1 : 0;
    return `<xf numFmtId="${TEXT_FORMAT}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/>`;
  });
  const font = '<sz val="11"/><name val="Yu Gothic"/><family val="2"/>';
  return `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts><fills count="${grounds.length + 2}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fills.join('')}</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${formats.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${formats.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}
