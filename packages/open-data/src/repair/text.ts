import type { TableRow } from '../table.ts';
import type { CellKind, Evidence, Reader } from './kind.ts';
import type { Draft } from './internal/draft.ts';
import { invisibleCharacter } from './kinds/invisible-character.ts';
import { lineBreak } from './kinds/line-break.ts';
import { mojibake, routesOf } from './kinds/mojibake.ts';
import { outerBlank } from './kinds/outer-blank.ts';

/** These look at the cell alone. */
const NO_COLUMN: Evidence = {
  header: '',
  standard: undefined,
  format: 'string',
  codes: [],
  fits: () => true,
  values: () => new Set(),
  hasBlank: () => false,
  municipality: undefined,
};

interface Read {
  readonly code: CellKind['code'];
  readonly read: Reader;
}

/** Repairs that need to know nothing about a column, in the header and in every cell. */
export function repairText(draft: Draft): void {
  const suspect = suspectCells(draft);
  const routes = routesOf([...draft.header, ...suspect.map(({ text }) => text)]);
  const cells = routes.size === 0 ? suspect : allCells(draft);
  const kinds = [mojibake(routes), invisibleCharacter, outerBlank];
  const ofLabels = readersOf([...kinds, lineBreak]);
  for (const [index, label] of draft.header.entries()) {
    eachStep(label, ofLabels, (after, code) => {
      draft.setLabel(index, after, { code, confidence: 1 });
    });
  }
  const ofCells = readersOf(kinds);
  for (const { row, index, text } of cells) {
    eachStep(text, ofCells, (after, code) => {
      draft.setCell(row, index, after, { code, confidence: 1 });
    });
  }
}

function readersOf(kinds: readonly CellKind[]): Read[] {
  return kinds.map(({ code, prepare }) => ({ code, read: prepare(NO_COLUMN) }));
}

interface Cell {
  readonly row: TableRow;
  readonly index: number;
  readonly text: string;
}

function suspectCells({ rows }: Draft): Cell[] {
  const cells: Cell[] = [];
  for (const row of rows) {
    for (let index = 0; index < row.cells.length; index++) {
      const text = row.cells[index] ?? '';
      if (isSuspect(text)) cells.push({ row, index, text });
    }
  }
  return cells;
}

/** Once a file is known to be garbled, any of its cells can be. */
function allCells({ rows }: Draft): Cell[] {
  return rows.flatMap((row) => Array.from(row.cells, (text, index) => ({ row, index, text })));
}

function eachStep(
  text: string,
  all: readonly Read[],
  set: (after: string, code: CellKind['code']) => void,
): void {
  let now = text;
  for (const { code, read } of all) {
    const reading = read(now);
    if (reading === undefined || 'doubt' in reading) continue;
    now = reading.after;
    set(now, code);
  }
}

const RANGES: readonly (readonly [from: number, to: number])[] = [
  [0x00, 0x08],
  [0x0b, 0x0c],
  [0x0e, 0x1f],
  [0x7f, 0xa0],
  [0xad, 0xad],
  [0x1680, 0x1680],
  [0x2000, 0x200b],
  [0x200e, 0x200f],
  [0x202a, 0x202f],
  [0x205f, 0x2060],
  [0x2066, 0x2069],
  [0xff61, 0xff9f],
  [0xfeff, 0xfeff],
];
const LETTERS = '_縺繧繝€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
const suspects: Uint8Array = /* @__PURE__ */ marks();

/** Marks every UTF-16 unit that one of the kinds looks for: most cells have none, and are not looked at twice. */
function marks(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const [from, to] of RANGES) table.fill(1, from, to + 1);
  for (const letter of LETTERS) table[letter.charCodeAt(0)] = 1;
  return table;
}

function isSuspect(text: string): boolean {
  const { length } = text;
  if (length === 0) return false;
  if (isBlank(text.charCodeAt(0)) || isBlank(text.charCodeAt(length - 1))) return true;
  for (let at = 0; at < length; at++) if (suspects[text.charCodeAt(at)] === 1) return true;
  return false;
}

function isBlank(unit: number): boolean {
  return unit <= 0x20 || unit === 0x3000 || unit === 0x2028 || unit === 0x2029;
}
