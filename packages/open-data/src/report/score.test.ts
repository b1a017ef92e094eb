import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recognise } from '../recognise.ts';
import { readTable, type Table } from '../table.ts';
import { validate } from '../validate.ts';
import { fixesFor } from './fixes.ts';
import { judge, type Judged, scoreOf } from './score.ts';

const COLUMNS =
  '全国地方公共団体コード,ID,名称,所在地_連結表記,緯度,経度,設置位置,男性トイレ総数,女性トイレ総数';
const GOOD = '132012,1,みほん,みほん町1,35.6,139.3,北側,1,2';

const row = (at: number): string => GOOD.replace('132012,1', `132012,${at}`);

async function judged(...lines: string[]): Promise<Judged> {
  const table = readTable(new TextEncoder().encode(lines.join('\r\n')), { file: 'a.csv' });
  return judgedTable(table);
}

async function judgedTable(table: Table): Promise<Judged> {
  const mapping = await recognise(table, { as: 'public-toilet' });
  return judge(table, mapping, [...table.problems, ...validate(table, mapping)]);
}

const exact = (one: Judged): number =>
  scoreOf(one).parts.reduce((sum, { points }) => sum + points, 0);

describe('scoreOf', () => {
  test('a file with nothing to mend but columns that are not there loses points for these only', async () => {
    const { parts } = scoreOf(await judged(COLUMNS, GOOD));
    const lost = parts.filter(({ weight, points }) => points < weight).map(({ part }) => part);
    expect(lost).toEqual(['recommended']);
  });

  test('the parts add up, and 100 is the most there is', async () => {
    const { parts, points } = scoreOf(await judged(COLUMNS, GOOD, GOOD.replace('みほん町1', '')));
    expect(parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(100);
    expect(points).toBe(Math.floor(parts.reduce((sum, one) => sum + one.points, 0)));
  });

  test('without a dataset only values, positions and the file are judged', async () => {
    const table = readTable(new TextEncoder().encode('題,緯度,経度\na,35.6,139.3\n'), {
      file: 'a.csv',
    });
    const mapping = await recognise(table);
    const score = scoreOf(judge(table, mapping, validate(table, mapping)));
    expect(score.points).toBe(100);
    expect(score.parts.map(({ part }) => part)).toEqual(['values', 'positions', 'file']);
  });

  test('a file without rows has no points', async () => {
    expect(scoreOf(await judged(COLUMNS)).points).toBe(0);
  });

  test('a cell with two findings counts once, a question not at all', async () => {
    const one = await judged(COLUMNS, GOOD);
    const cell = { severity: 'warning', file: 'a.csv', row: 2, column: 'ID', cell: 'B2' } as const;
    const score = scoreOf({
      ...one,
      problems: [
        { ...cell, code: 'standard/format' },
        { ...cell, code: 'open-data/unique-error' },
        { ...cell, cell: 'C2', severity: 'info', code: 'open-data/deviated-value' },
      ],
    });
    expect(score.parts.find(({ part }) => part === 'values')).toMatchObject({ good: 8, all: 9 });
  });
});

describe('fixesFor', () => {
  test('says what gains most, and how much: doing it gives exactly that', async () => {
    const blank = (at: number): string => row(at).replace('みほん町1', '');
    const before = await judged(COLUMNS, blank(1), blank(2), row(3), row(4));
    const fix = fixesFor(before).find(({ column }) => column === '所在地_連結表記');
    expect(fix).toMatchObject({ action: 'fill', count: 2, cells: ['D2', 'D3'] });
    const after = await judged(COLUMNS, row(1), row(2), row(3), row(4));
    // Filled cells are new values, and good ones: the share of good values does not change here.
    expect(exact(after) - exact(before)).toBeCloseTo(fix?.gain ?? 0);
  });

  test('blank coordinates are one thing to do', async () => {
    const fixes = fixesFor(await judged(COLUMNS, GOOD, GOOD.replace('35.6,139.3', ',')));
    expect(fixes.filter(({ action }) => action === 'positions')).toHaveLength(1);
    expect(fixes.some(({ column }) => column === '緯度' || column === '経度')).toBe(false);
  });

  const cell = fc.constantFrom('', '1', 'x', '35.6', '139.3', '○', '=1', '9:00');

  test('the gains add up to what is missing to 100', async () => {
    const rows = fc.array(fc.array(cell, { minLength: 9, maxLength: 9 }), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const base = readTable(new TextEncoder().encode(`${COLUMNS}\n${GOOD}`), { file: 'a.csv' });
        const all = cells.map((one, at) => ({ row: at + 2, line: at + 2, cells: one }));
        const one = await judgedTable({ ...base, rows: all });
        // Rows that repeat count against values beside their cells, so that part can be at its least.
        const values = scoreOf(one).parts.find(({ part }) => part === 'values');
        fc.pre(values === undefined || values.good > 0);
        const gains = fixesFor(one).reduce((sum, { gain }) => sum + gain, 0);
        expect(exact(one) + gains).toBeCloseTo(100, 6);
      }),
    );
  });
});
