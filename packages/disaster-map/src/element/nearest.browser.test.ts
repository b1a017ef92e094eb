import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { closeElements, eventually, focused, openElement } from '../../test/element-page.ts';
import { smallDocument, smallLayer, smallPlace } from '../../test/small-document.ts';
import type { Geocoder } from '../nearest/geocoder.ts';
import type { LocateDetail } from './map-events.ts';

beforeEach(() => page.viewport(1280, 800));
afterEach(() => {
  vi.restoreAllMocks();
  closeElements();
});

/** Right beside 第二小学校, far from 高台グラウンド. */
const HERE = { longitude: 141.0205, latitude: 32.5005, accuracy: 20 };

function standAt(coords: typeof HERE): void {
  vi.spyOn(navigator.geolocation, 'getCurrentPosition').mockImplementation((done) =>
    done({ coords, timestamp: 0 } as GeolocationPosition),
  );
}

function refuse(code: number): void {
  vi.spyOn(navigator.geolocation, 'getCurrentPosition').mockImplementation((_, fail) =>
    fail?.({ code } as GeolocationPositionError),
  );
}

test('four keys from the start of the page to the nearest places', async () => {
  standAt(HERE);
  const { find, root, listed } = await openElement();
  expect(listed[0]).toBe('s1');
  find('.language').focus(); // the first key: it is the first stop
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard('{Enter}');
  await eventually(() => {
    const items = [...root.querySelectorAll<HTMLElement>('[data-place]')];
    expect(items.map(({ dataset }) => dataset['place'])).toEqual(['h2', 's1', 'h1', 's2']);
  });
  await eventually(() => expect(focused()?.id).toBe('list'));
  await userEvent.tab();
  expect((focused() as HTMLElement).dataset['place']).toBe('h2');
});

test('says how far in words, that it is a straight line, and at what pace', async () => {
  standAt(HERE);
  const { click, find, all } = await openElement();
  await click('[data-near]');
  await eventually(() =>
    expect(find('[data-near-status]').innerText).toContain('もっとも近いのは'),
  );
  const status = find('[data-near-status]');
  expect(status.getAttribute('role')).toBe('status');
  expect(status.innerText).toContain('もっとも近いのは第二小学校です。直線で70m、徒歩およそ1分。');
  expect(status.innerText).toContain('道のりではなく直線距離');
  expect(status.innerText).toContain('分速80m');
  expect(all('.place-walk').map(({ innerText }) => innerText)[1]).toMatch(
    /^直線で[\d.]+km、徒歩およそ\d+分$/,
  );
});

test('tells the page around with an event, and the map looks there', async () => {
  standAt(HERE);
  const { click, element, renderer } = await openElement();
  const heard: LocateDetail[] = [];
  element.addEventListener('locate', ({ detail }) => heard.push(detail));
  await click('[data-near]');
  await eventually(() => expect(heard).toHaveLength(1));
  expect(heard[0]?.by).toBe('position');
  expect(heard[0]?.nearest.map(({ id }) => id)).toEqual(['h2', 's1', 'h1', 's2']);
  await eventually(() => expect(renderer.view?.center[0]).toBeCloseTo((141.0205 + 141.12) / 2, 1));
});

test('with a hazard, what is designated stands before what is nearer', async () => {
  standAt({ ...HERE, longitude: 141.05, latitude: 32.52 });
  const { click, find, root } = await openElement();
  find('.hazards .chip:nth-child(2) input').click(); // 洪水
  await click('[data-near]');
  await eventually(() => {
    const [first] = [...root.querySelectorAll<HTMLElement>('[data-place]')];
    expect(first?.dataset['place']).toBe('s2');
  });
  await eventually(() =>
    expect(find('[data-near-status]').innerText).toContain('洪水に「指定あり」の場所が先です。'),
  );
});

test.each([
  [1, '現在地を使う許可がありません。', 'disaster-map/position-refused'],
  [2, '現在地がわかりません。', 'disaster-map/position-unavailable'],
  [3, '現在地を調べるのに時間がかかりすぎました。', 'disaster-map/position-timeout'],
])('fault %i is said calmly, and the map is still a way', async (code, words, name) => {
  refuse(code);
  const { click, find, root, problems } = await openElement();
  await click('[data-near]');
  await eventually(() => expect(find('.near [role=alert]').innerText).toContain(words));
  expect(find('.near [role=alert]').innerText).toContain(name);
  expect(problems).toEqual([]);
  await click('[data-near-map]');
  await eventually(() => expect(root.querySelector('.place-walk')).not.toBeNull());
  expect(root.querySelector('.near [role=alert]')).toBeNull();
});

test('an address that may mean several is chosen by the person', async () => {
  const geocoder: Geocoder = {
    find: (query) =>
      Promise.resolve(
        query === '本町'
          ? [
              { label: '本町1丁目', at: [141.02, 32.5] },
              { label: '本町2丁目', at: [141.12, 32.58] },
            ]
          : [],
      ),
  };
  const { click, find, input, root } = await openElement({
    prepare: (element) => (element.geocoder = geocoder),
  });
  await click('[data-near-other]');
  await eventually(() => find('#near-address'));
  input('#near-address').value = 'ない町';
  await click('.near form button');
  await eventually(() => expect(find('.near').innerText).toContain('その住所は見つかりません'));
  input('#near-address').value = '本町';
  await click('.near form button');
  await eventually(() => expect(root.querySelectorAll('.candidates button')).toHaveLength(2));
  await click('.candidates li:nth-child(2) button');
  await eventually(() => expect(find('.near').innerText).toContain('本町2丁目から近い順です。'));
  expect(find('[data-place]').dataset['place']).toBe('s2');
});

test('what is needed is said, and unknown is not no', async () => {
  standAt(HERE);
  const fields = [{ header: 'ペット', label: { ja: 'ペット' }, role: 'pets' as const }];
  const at: [number, number][] = [
    [141.021, 32.5],
    [141.03, 32.5],
    [141.04, 32.5],
  ];
  const places = ['不可', null, '可'].map((cell, index) =>
    smallPlace(`p${index}`, `場所${index}`, { at: at[index] ?? [141, 32.5], values: [cell] }),
  );
  const { click, find, all, root } = await openElement({
    document: smallDocument({
      layers: [smallLayer('避難所', { kind: 'shelter', fields, places })],
    }),
  });
  await click('[data-near]');
  await eventually(() => find('[data-need=pets]'));
  await click('[data-need=pets]');
  const ids = [...root.querySelectorAll<HTMLElement>('[data-place]')].map(
    (item) => item.dataset['place'],
  );
  expect(ids).toEqual(['p2', 'p1']);
  expect(all('.place-walk').map(({ innerText }) => innerText.split(' / ')[1])).toEqual([
    'ペットと避難はできる',
    'ペットと避難は不明',
  ]);
});

test('stops, and the list is as before; the focus is on the button that began it', async () => {
  standAt(HERE);
  const { click, root } = await openElement();
  await click('[data-near]');
  await eventually(() => expect(root.querySelector('.place-walk')).not.toBeNull());
  await click('[data-near-stop]');
  await eventually(() => expect((focused() as HTMLElement).dataset).toHaveProperty('near'));
  expect(root.querySelector('.place-walk')).toBeNull();
  expect(root.querySelector<HTMLElement>('[data-place]')?.dataset['place']).toBe('s1');
});

test('a place offers the way there in another app, and gives that app the place alone', async () => {
  const { open, all } = await openElement();
  await open('h1');
  const links = all('.way a').map((link) => link as HTMLAnchorElement);
  expect(links.map(({ protocol }) => protocol)).toEqual(['geo:', 'https:']);
  for (const link of links) {
    expect(link.rel).toContain('noopener');
    expect(decodeURIComponent(link.href)).toContain('32.550000,141.080000');
  }
});

test('an answer that comes after the search was closed changes nothing', async () => {
  let answer: (() => void) | undefined;
  vi.spyOn(navigator.geolocation, 'getCurrentPosition').mockImplementation((done) => {
    answer = () => done({ coords: HERE, timestamp: 0 } as GeolocationPosition);
  });
  const { click, find, root } = await openElement();
  await click('[data-near]');
  await eventually(() => expect(find('.near').innerText).toContain('現在地を調べています。'));
  await click('[data-near-stop]');
  answer?.();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(root.querySelector('.place-walk')).toBeNull();
});

test("the town's own table is loaded with the first address, and asked without sending it", async () => {
  const table = { schemaVersion: 1, areas: ['見本市'], towns: [['高台二丁目', 141.12, 32.58]] };
  const fetched = vi
    .spyOn(globalThis, 'fetch')
    .mockImplementation(() => Promise.resolve(new Response(JSON.stringify(table))));
  const addresses = {
    credit: { source: { ja: '見本市' }, licence: null },
    url: 'assets/towns.json',
  };
  const { click, find, input } = await openElement({ document: smallDocument({ addresses }) });
  await click('[data-near-other]');
  await eventually(() => find('#near-address'));
  expect(fetched).not.toHaveBeenCalled();
  input('#near-address').value = '見本市高台2-3-1';
  await click('.near form button');
  await eventually(() => expect(find('.near').innerText).toContain('高台二丁目から近い順です。'));
  expect(fetched.mock.calls).toEqual([['assets/towns.json']]);
  expect(find('[data-place]').dataset['place']).toBe('s2');
});

test('a table that does not arrive is said, and asked for again', async () => {
  vi.spyOn(globalThis, 'fetch').mockImplementation(() =>
    Promise.resolve(new Response('<html>', { status: 500 })),
  );
  const addresses = {
    credit: { source: { ja: '見本市' }, licence: null },
    url: 'assets/gone.json',
  };
  const { click, find, input } = await openElement({ document: smallDocument({ addresses }) });
  await click('[data-near-other]');
  await eventually(() => find('#near-address'));
  input('#near-address').value = '高台';
  await click('.near form button');
  await eventually(() => {
    expect(find('.near [role=alert]').innerText).toContain('住所の一覧を読み込めません。');
    expect(find('.near [role=alert]').innerText).toContain('disaster-map/geocoder-failed');
  });
});
