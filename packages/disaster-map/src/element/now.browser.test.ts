import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { closeElements, eventually, openElement } from '../../test/element-page.ts';
import { fakeSource } from '../../test/fake-source.ts';
import { smallDocument } from '../../test/small-document.ts';
import { pollSource } from '../state-source/poll-source.ts';
import type { FilterChangeDetail } from './map-events.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

beforeEach(async () => {
  await page.viewport(1280, 800);
  vi.spyOn(console, 'warn').mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  closeElements();
});

async function openWith(source = fakeSource({ staleAfter: HOUR })) {
  const opened = await openElement({ prepare: (element) => (element.stateSource = source) });
  await eventually(() => opened.find('.now'));
  const line = (id: string): string =>
    opened.find(`[data-place="${id}"]`).querySelector<HTMLElement>('.place-now')?.innerText ?? '';
  return { ...opened, source, line };
}

test('a map without a source loads nothing of it and says nothing of it', async () => {
  const { root } = await openElement();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(root.querySelector('.now')).toBeNull();
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  expect(loaded.filter((name) => name.includes('/now-part'))).toEqual([]);
});

test('list and detail say what is known, each with its age; what is not known stays unknown', async () => {
  const { source, find, line, open } = await openWith();
  expect(find('.now').innerText).toContain('開設の状況を読み込んでいます。');
  const at = Date.now() - 3 * MINUTE;
  source.report({
    states: [
      {
        id: 'h1',
        opening: { value: 'open', at },
        crowding: { value: 'やや混雑', at },
        people: { value: 42, at: at - HOUR / 2 },
        capacity: { value: 300, at: undefined },
      },
      { name: '第二小学校', opening: { value: 'closed', at } },
    ],
  });
  await eventually(() => expect(line('h1')).toContain('開設中'));
  expect(line('h1').replaceAll(/\s+/g, ' ')).toBe('開設中 やや混雑 3分前 42人 33分前');
  expect(line('h2').replaceAll(/\s+/g, ' ')).toBe('閉鎖 3分前');
  expect(line('s1')).toBe('');
  expect(find('.now').innerText).toContain('開設中 1か所');
  expect(find('.now').innerText).toContain('最新 3分前');
  await open('h1');
  const said = find('.now-detail').innerText.replaceAll(/\s+/g, '');
  expect(said).toContain('開設中');
  expect(said).toMatch(/\d+年\d+月\d+日（.）\d\d:\d\d時点（3分前）/);
  expect(find('[data-seen=capacity]').innerText).toContain('300人');
  expect(find('[data-seen=capacity]').innerText).toContain('時刻不明');
  find('.back').click();
  await eventually(() => find('[data-place=s1]'));
  await open('s1');
  expect(find('.now-detail').innerText).toContain('この場所の状況はわかりません。');
});

test('within a second of its end nothing is called open any more, in list, detail and filter', async () => {
  const { source, find, line, click, root } = await openWith(fakeSource({ staleAfter: 1500 }));
  source.report({ states: [{ id: 'h1', opening: { value: 'open', at: Date.now() } }] });
  const start = Date.now();
  await eventually(() => expect(line('h1')).toContain('開設中'));
  await click('[data-only-open]');
  expect([...root.querySelectorAll('[data-place]')]).toHaveLength(1);
  await vi.waitFor(() => expect(root.querySelectorAll('[data-place]')).toHaveLength(0), {
    timeout: 2600,
    interval: 10,
  });
  expect(Date.now() - start).toBeGreaterThanOrEqual(1450);
  expect(Date.now() - start).toBeLessThan(2600);
  expect(find('.now').innerText).toContain('開設中の情報はありません');
  await click('[data-only-open]');
  await eventually(() =>
    expect(line('h1').replaceAll(/\s+/g, '')).toBe('開設は不明（開設中）たった今古い情報'),
  );
});

test('an age goes on by itself, and nothing else is drawn for it', async () => {
  const { source, element, line } = await openWith();
  const at = Date.now() - MINUTE + 400;
  source.report({ states: [{ id: 'h1', opening: { value: 'open', at } }] });
  await eventually(() => expect(line('h1')).toContain('たった今'));
  const drawn = vi.spyOn(element, 'requestUpdate');
  await new Promise((resolve) => setTimeout(resolve, 500));
  // A page that comes to the front looks at once, not only every few seconds.
  document.dispatchEvent(new Event('visibilitychange'));
  expect(line('h1')).toContain('1分前');
  expect(drawn).not.toHaveBeenCalled();
});

test('a source that fails leaves what was known with its age, and that is said; once it is heard again no more', async () => {
  const { source, find, line, problems } = await openWith();
  source.fail();
  await eventually(() => expect(find('.now').innerText).toContain('開設の状況を読み込めません。'));
  expect(find('.now').innerText).toContain('disaster-map/state-unreadable');
  const opening = { value: 'open', at: Date.now() - 5 * MINUTE } as const;
  source.report({ states: [{ id: 'h1', opening }] });
  await eventually(() => expect(find('.now').innerText).not.toContain('読み込めません'));
  source.fail();
  source.fail();
  await eventually(() =>
    expect(find('.now').innerText).toContain(
      '新しい状況を読み込めません。前の情報を表示しています。',
    ),
  );
  expect(line('h1')).toContain('開設中');
  expect(line('h1')).toContain('5分前');
  expect(problems.map(({ code }) => code)).toEqual([
    'disaster-map/state-unreadable',
    'disaster-map/state-unreadable',
  ]);
});

test('only what is certainly open, as a choice that is offered only where something is said', async () => {
  const { source, find, click, root, element } = await openWith();
  source.report({ states: [{ id: 'h1', crowding: { value: '空き', at: Date.now() } }] });
  await eventually(() => expect(find('.now').innerText).toContain('情報はありません'));
  expect(root.querySelector('[data-only-open]')).toBeNull();
  source.report({
    states: [
      { id: 'h1', opening: { value: 'open', at: Date.now() } },
      { id: 'h2', opening: { value: 'full', at: Date.now() } },
      { id: 's2', opening: { value: 'open', at: undefined } },
    ],
  });
  const heard: FilterChangeDetail[] = [];
  element.addEventListener('filter-change', ({ detail }) => heard.push(detail));
  await eventually(() => find('[data-only-open]'));
  await click('[data-only-open]');
  expect(heard.map(({ onlyOpen }) => onlyOpen)).toEqual([true]);
  const ids = (): (string | undefined)[] =>
    [...root.querySelectorAll<HTMLElement>('[data-place]')].map((item) => item.dataset['place']);
  expect(ids()).toEqual(['h1']);
  expect(find('.now').innerText).toContain('開設しているかわからない場所は、表示していません。');
  source.report({ states: [{ id: 'h2', opening: { value: 'open', at: Date.now() } }] });
  await eventually(() => expect(ids()).toEqual(['h2']));
});

test('whoever looks for what is near finds what lets nobody in behind the rest, and the nearest that is open', async () => {
  vi.spyOn(navigator.geolocation, 'getCurrentPosition').mockImplementation((done) =>
    done({
      coords: { longitude: 141.0205, latitude: 32.5005, accuracy: 20 },
      timestamp: 0,
    } as GeolocationPosition),
  );
  const { source, click, root, find } = await openWith();
  const at = Date.now();
  source.report({
    states: [
      { id: 'h2', opening: { value: 'closed', at } },
      { id: 'h1', opening: { value: 'open', at } },
    ],
  });
  await click('[data-near]');
  const ids = (): (string | undefined)[] =>
    [...root.querySelectorAll<HTMLElement>('[data-place]')].map((item) => item.dataset['place']);
  await eventually(() => expect(ids()).toEqual(['s1', 'h1', 's2', 'h2']));
  expect(find('[data-near-status]').innerText).toMatch(
    /開設中でもっとも近いのは第一小学校です。直線で/,
  );
  source.report({ states: [] });
  await eventually(() => expect(ids()).toEqual(['h2', 's1', 'h1', 's2']));
});

test('what is said about no place of the list is text below it, never put onto one that is alike', async () => {
  const { source, find, line } = await openWith();
  source.report({
    states: [
      {
        name: '第一',
        opening: { value: 'open', at: Date.now() },
        people: { value: 7, at: Date.now() },
      },
      { id: '<img src=x onerror=alert(1)>', opening: { value: 'open', at: 0 } },
    ],
  });
  await eventually(() => find('.unplaced').click());
  find('.unplaced summary').click();
  await eventually(() =>
    expect(find('.unplaced').innerText).toContain('一覧にない場所の情報（2件）'),
  );
  const said = find('.unplaced').innerText.replaceAll(/\s+/g, ' ');
  expect(said).toContain('第一: 開設中 7人 （たった今）');
  expect(said).toContain('<img src=x onerror=alert(1)>: 開設は不明');
  expect(line('h1')).toBe('');
});

test('another language, and another source, change what is said; without one nothing is left', async () => {
  const { source, element, find, line, root } = await openWith();
  source.report({ states: [{ id: 'h1', opening: { value: 'full', at: Date.now() } }] });
  await eventually(() => expect(line('h1')).toContain('満員'));
  element.language = 'en';
  await eventually(() => expect(line('h1')).toContain('Full'));
  const other = fakeSource({ staleAfter: HOUR });
  element.stateSource = other;
  await eventually(() => expect(source.isLeft).toBe(true));
  await eventually(() => expect(line('h1')).toBe(''));
  other.report({ states: [{ id: 'h1', opening: { value: 'open', at: Date.now() } }] });
  await eventually(() => expect(line('h1')).toContain('Open'));
  element.stateSource = undefined;
  await eventually(() => expect(root.querySelector('.now')).toBeNull());
  expect(other.isLeft).toBe(true);
  expect(find('.places').innerText).not.toContain('Open');
});

test('an element that is taken out asks no more, and begins anew when it is put back', async () => {
  const { source, element, line } = await openWith();
  element.remove();
  expect(source.isLeft).toBe(true);
  document.body.append(element);
  await eventually(() => expect(source.isLeft).toBe(false));
  source.report({ states: [{ id: 'h1', opening: { value: 'open', at: Date.now() } }] });
  await eventually(() => expect(line('h1')).toContain('開設中'));
});

test('what the document names is asked, and its credit is said', async () => {
  const csv = `名称,開設状況,時点\n第一小学校,開設,${new Date().toISOString()}\n中央公園,開設,${new Date().toISOString()}\n`;
  const fetched = vi
    .spyOn(globalThis, 'fetch')
    .mockImplementation(() => Promise.resolve(new Response(csv)));
  const opened = await openElement({
    document: smallDocument({
      state: {
        url: './open.csv',
        kind: 'poll',
        staleAfterMinutes: 60,
        layers: ['避難所'],
        headers: { 'Fiware-Service': 'mihon' },
        credit: { source: { ja: '見本市 開設一覧' }, licence: 'CC-BY-4.0' },
      },
    }),
  });
  await eventually(() => expect(opened.find('[data-place=h1]').innerText).toContain('開設中'));
  expect(opened.find('[data-place=s1]').innerText).not.toContain('開設');
  expect(fetched.mock.calls[0]).toMatchObject([
    './open.csv',
    { headers: { 'Fiware-Service': 'mihon' } },
  ]);
  await opened.open('h1');
  expect(opened.find('.now-detail').innerText).toContain('状況の出典: 見本市 開設一覧');
});

test('a page that nobody sees asks nothing, and asks as soon as it is seen', async () => {
  const fetched = vi.fn(() => Promise.resolve(new Response('名称,開設状況\n第一小学校,開設\n')));
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  const report = vi.fn();
  const source = pollSource('./open.csv', { every: 1000, fetch: fetched });
  const leave = source.subscribe({ report, failed: report });
  await eventually(() => expect(report).toHaveBeenCalledOnce());
  await new Promise((resolve) => setTimeout(resolve, 1300));
  expect(fetched).toHaveBeenCalledOnce();
  hidden.mockReturnValue(false);
  document.dispatchEvent(new Event('visibilitychange'));
  await eventually(() => expect(fetched).toHaveBeenCalledTimes(2));
  leave();
});
