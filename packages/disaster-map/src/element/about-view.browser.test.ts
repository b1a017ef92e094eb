import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { closeElements, eventually, openElement } from '../../test/element-page.ts';
import { smallDocument } from '../../test/small-document.ts';
import type { MapDocument } from '../document.ts';

beforeEach(() => page.viewport(1280, 800));
afterEach(() => {
  closeElements();
  vi.restoreAllMocks();
});

const json = (value: unknown): Response => new Response(JSON.stringify(value));
const answer = (...answers: (() => Response)[]): void => {
  const fetched = vi.spyOn(globalThis, 'fetch');
  for (const each of answers) fetched.mockImplementationOnce(() => Promise.resolve(each()));
};
const withReport = (url: string): MapDocument =>
  smallDocument({ report: { rows: 9, shown: 6, leftOut: 3, url } });

describe('the data report', () => {
  const finding = {
    file: 'data/01-避難所.csv',
    row: 3,
    cell: 'C3',
    severity: 'error',
    code: 'open-data/missing-cell',
    message: { ja: '緯度がありません。', en: 'The latitude is missing.' },
  };

  test('lists what could not be shown, by file, row and cell', async () => {
    answer(() => json({ schemaVersion: 1, problems: [finding] }));
    const { click, find } = await openElement({ document: withReport('./report-a.json') });
    await click('[data-about]');
    await eventually(() => find('.findings'));
    expect(find('.detail').innerText).toContain(
      '9行を読み、6行を表示しています。3行は表示できません。',
    );
    expect(find('.findings').innerText.replaceAll(/\s+/g, ' ')).toBe(
      'data/01-避難所.csv 3行目 C3 緯度がありません。 open-data/missing-cell',
    );
  });

  test('that fails can be loaded again', async () => {
    answer(
      () => new Response('', { status: 404 }),
      () => json({ problems: [finding] }),
    );
    const { click, find, text } = await openElement({ document: withReport('./report-b.json') });
    await click('[data-about]');
    await eventually(() => find('.detail [role=alert]'));
    expect(find('.detail').innerText).toContain('直すところの一覧を読み込めませんでした。');
    expect(text).not.toContain('undefined');
    await click('.detail .wide');
    await eventually(() => find('.findings'));
  });

  test.each([[null], [{ problems: [{}] }], [{ problems: 'none' }]])(
    'that is none (%j) is one that failed',
    async (report) => {
      answer(() => json(report));
      const url = `./report-${JSON.stringify(report)}.json`;
      const { click, find, problems } = await openElement({ document: withReport(url) });
      await click('[data-about]');
      await eventually(() => find('.detail [role=alert]'));
      expect(problems).toEqual([]);
    },
  );

  test('of thousands shows the first, and how many more there are', async () => {
    answer(() => json({ problems: Array.from({ length: 1234 }, () => finding) }));
    const { click, all, find } = await openElement({ document: withReport('./report-c.json') });
    await click('[data-about]');
    await eventually(() => expect(all('.findings li')).toHaveLength(200));
    expect(find('.detail').innerText).toContain('ほかに1,034件あります。');
  });

  test('is not needed where nothing was found', async () => {
    const { click, find } = await openElement();
    await click('[data-about]');
    await eventually(() => find('#about-title'));
    expect(find('.detail').innerText).toContain('直すところは見つかりませんでした。');
  });
});

test('layers of one source and terms stand together, and each says what it is', async () => {
  const { click, find, all } = await openElement();
  await click('[data-about]');
  await eventually(() => find('#about-title'));
  expect(
    all('.kinds').map((kinds) => kinds.innerText.split('\n').filter((line) => line !== '')),
  ).toEqual([
    ['避難場所', '命を守るために、まず逃げる場所です。'],
    ['避難所', 'AED'],
  ]);
  expect(find('.detail').innerText).toMatch(/防災課\s*000-000-0000/);
});
