import { loadDataset } from '@yokoten/standard/datasets';
import { describe, expect, test } from 'vitest';
import { exportCsv } from '../export/csv.ts';
import { inspect } from '../inspect.ts';
import { zipOf } from '../../test/zip-writer.ts';
import { examineFile } from './examine.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const CSV =
  '名称,緯度,経度,備考\nみほん館,35.6,139.3,=HYPERLINK(1)\n外の館,139.3,95.6,\nみほん館,35.6,139.3,=HYPERLINK(1)\n';

describe('examineFile', () => {
  test('reports its steps in order and ends at 1', async () => {
    const steps: string[] = [];
    await examineFile(encode(CSV), {
      file: 'a.csv',
      onProgress: (step, done) => steps.push(`${step} ${done}`),
    });
    expect(steps).toEqual([
      'read 0',
      'recognise 0.2',
      'repair 0.4',
      'check 0.6',
      'report 0.8',
      'report 1',
    ]);
  });

  test('the report is plain JSON', async () => {
    const { report } = await examineFile(encode(CSV), { file: 'a.csv' });
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  test('what `inspect` says is in line with the report', async () => {
    const { report, inspection } = await examineFile(encode(CSV), { file: 'a.csv' });
    expect(inspection).toEqual(await inspect(encode(CSV), { file: 'a.csv' }));
    expect(inspection.unresolved).toBe(report.counts.error + report.counts.warning);
  });

  test('a written file read again is the same, and its report is no worse', async () => {
    const first = await examineFile(encode(CSV), { file: 'a.csv' });
    const { bytes, guarded } = exportCsv(first.corrected.table, first.corrected.mapping);
    expect(guarded).toHaveLength(2);
    const again = await examineFile(bytes, { file: 'a.csv' });
    expect(again.corrected.table.rows.map(({ cells }) => cells)).toEqual(
      first.corrected.table.rows.map(({ cells }) => cells),
    );
    expect(
      again.patches.map(({ code, cell, before, after }) => [code, cell, before, after]),
    ).toEqual([
      ['open-data/formula-guard', 'D2', "'=HYPERLINK(1)", '=HYPERLINK(1)'],
      ['open-data/formula-guard', 'D4', "'=HYPERLINK(1)", '=HYPERLINK(1)'],
    ]);
    expect(again.report.problems).toEqual(first.report.problems);
  });

  test('refuses what is no table, with a sentence', async () => {
    await expect(examineFile(encode('<!doctype html>'), { file: 'a.csv' })).rejects.toThrow('HTML');
  });

  test('places outside the municipality are questions: one for the file where most are outside', async () => {
    const municipality = { code: '132012', bbox: [130, 30, 131, 31] } as const;
    const most = await examineFile(encode(CSV), { file: 'a.csv', municipality });
    const asked = most.report.problems.filter(({ code }) => code === 'open-data/outside-area');
    expect(asked).toMatchObject([{ severity: 'info', count: 2 }]);
    expect(asked[0]?.first).toHaveLength(1);
    expect(asked[0]?.first[0]?.message.ja).toContain('2行');
    const one = await examineFile(
      encode('名称,緯度,経度\na,35.6,139.3\nb,30.5,130.5\nc,30.6,130.6\n'),
      { file: 'a.csv', municipality },
    );
    const row = one.report.problems.find(({ code }) => code === 'open-data/outside-area');
    expect(row).toMatchObject({ count: 1, first: [{ cell: 'B2' }] });
    expect(
      one.report.positions?.points.filter(({ outlier }) => outlier).map(({ row: at }) => at),
    ).toEqual([2]);
  });
});

const encodeParts = (): Uint8Array =>
  zipOf([
    { name: 'メモ.csv', data: '題,本文\na,b\nc,d\ne,f\n' },
    {
      name: '場所.csv',
      data: '全国地方公共団体コード,ID,名称,緯度,経度,AED_設置位置\n132012,1,みほん,35.6,139.3,1階\n',
    },
  ]);

describe('files with several tables', () => {
  test('the one that is surest to be a dataset is taken, and that is said', async () => {
    const { report, inspection, parts } = await examineFile(encodeParts(), { file: 'a.zip' });
    expect(parts).toEqual(['メモ.csv', '場所.csv']);
    expect(report.part).toBe(report.dataset === null ? 'メモ.csv' : '場所.csv');
    expect(inspection.problems[0]).toMatchObject({
      code: 'open-data/several-tables',
      part: report.part,
    });
  });

  test('or the one that is asked for', async () => {
    const { report } = await examineFile(encodeParts(), { file: 'a.zip', part: '場所.csv' });
    expect(report).toMatchObject({ part: '場所.csv', format: { rows: 1 } });
    await expect(examineFile(encodeParts(), { part: 'x' })).rejects.toMatchObject({
      code: 'open-data/no-such-part',
    });
  });
});

const split = async (): Promise<Uint8Array> => {
  const { generations } = await loadDataset('polling-place');
  const { columns = [] } = generations.find(({ layout }) => layout === 'data-model') ?? {};
  const row = columns.map(({ name }, at) => (name === '施設_ID' ? 'F9' : `x${at}`));
  return encode([columns.map(({ name }) => name), row].map((cells) => cells.join(',')).join('\n'));
};

describe('the split layout', () => {
  test('asks for the file of facilities', async () => {
    const { report } = await examineFile(await split(), { file: 'a.csv' });
    const codes = report.problems.map(({ code }) => code);
    expect(codes).toContain('open-data/split-layout-missing-facility');
  });

  test('with it, names the facilities it does not have', async () => {
    const { published: facilities } = await examineFile(
      encode('施設_ID,施設_名称\nF1,みほん館\n'),
      { file: 'b.csv' },
    );
    const { report } = await examineFile(await split(), { file: 'a.csv', facilities });
    const codes = report.problems.map(({ code }) => code);
    expect(codes).not.toContain('open-data/split-layout-missing-facility');
    expect(codes).toContain('open-data/foreign-key');
  });
});
