import { evacuationHazardColumns } from '@yokoten/standard/datasets';
import type { Mapping } from '@yokoten/open-data';
import type { Fit } from '../document.ts';

const WORDS: Readonly<Record<Exclude<Fit, '?'>, readonly string[]>> = {
  o: [
    '1',
    '○',
    '〇',
    '◯',
    '◎',
    '●',
    '✓',
    '✔',
    'レ',
    '有',
    '有り',
    'あり',
    '可',
    '適',
    '指定',
    '指定あり',
    'true',
    'yes',
    'o',
  ],
  x: ['0', '×', '✕', '✖', '╳', 'x', '不可', '不適', 'false', 'no'],
  '-': ['-', 'ー', '―', '—', '–', '‐', '−', '─', '無', '無し', 'なし', '指定なし'],
};
const LETTERS = new Map<string, Fit>(
  Object.entries(WORDS).flatMap(([letter, words]) => words.map((word) => [word, letter as Fit])),
);

/** 0-based columns in the order of `HAZARDS`; `undefined` where the file has no such column. */
export type HazardColumns = readonly (number | undefined)[];

/** Where the file says which hazards a place is for; `undefined` where it says nothing about any. */
export function hazardColumns(mapping: Mapping): HazardColumns | undefined {
  const columns = evacuationHazardColumns.map(
    (name) => mapping.columns.find(({ standard }) => standard === name)?.index,
  );
  return columns.every((index) => index === undefined) ? undefined : columns;
}

/** One hazard cell. `undefined`: the text means nothing we know, so it must be shown as unknown and reported. */
export function readFit(cell: string, blank: 'not-designated' | 'unknown'): Fit | undefined {
  const text = cell.normalize('NFKC').trim().toLowerCase();
  if (text === '') return blank === 'not-designated' ? '-' : '?';
  return LETTERS.get(text) ?? (text === '?' || text === '不明' ? '?' : undefined);
}
