import type { XmlHandler } from '../xml.ts';
import { type NumberFormat, numberFormat } from './number-format.ts';

/** What a cell's style says about its value. */
export interface CellStyle {
  readonly format: NumberFormat;
  readonly struckOut: boolean;
}

/** Collects the styles that cells point to by their place in `cellXfs`. */
export function cellStyles(styles: CellStyle[]): XmlHandler {
  const codes = new Map<number, string>();
  const struckFonts = new Set<number>();
  let fonts = 0;
  let inside = '';
  return {
    open: (name, attributes) => {
      if (name === 'fonts' || name === 'cellXfs') inside = name;
      else if (name === 'numFmt') {
        codes.set(Number(attributes('numFmtId')), attributes('formatCode') ?? '');
      } else if (name === 'strike' && inside === 'fonts') {
        if (!isOff(attributes('val'))) struckFonts.add(fonts);
      } else if (name === 'xf' && inside === 'cellXfs') {
        const id = Number(attributes('numFmtId') ?? 0);
        const font = Number(attributes('fontId') ?? -1);
        styles.push({
          format: numberFormat(id, codes.get(id)),
          struckOut: struckFonts.has(font),
        });
      }
    },
    text: () => undefined,
    close: (name) => {
      if (name === inside) inside = '';
      if (name === 'font' && inside === 'fonts') fonts++;
    },
  };
}

function isOff(value: string | undefined): boolean {
  return value === '0' || value === 'false';
}
