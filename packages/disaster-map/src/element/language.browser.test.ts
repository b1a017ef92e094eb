import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import {
  closeElements,
  type ElementPage,
  eventually,
  focused,
  openElement,
  placeElement,
} from '../../test/element-page.ts';
import { smallDocument } from '../../test/small-document.ts';
import { mapStrings } from '../strings/strings.ts';

beforeEach(() => page.viewport(1280, 800));
afterEach(() => {
  closeElements();
  vi.restoreAllMocks();
});

describe('a switch of language', () => {
  test('writes the page, names the map, and marks what stays Japanese', async () => {
    const { click, find, renderer, all, text } = await openElement();
    expect(text).toContain('一覧');
    expect(find('.language').lang).toBe('en');
    expect(find('.language').innerText).toBe('English');
    await click('.language');
    await eventually(() => expect(find('#list').innerText).toBe('List'));
    expect(find('.page').lang).toBe('en');
    expect(find('h1').innerText).toBe('Mihon City Disaster Map');
    expect(find('.language').innerText).toBe('日本語');
    expect(renderer.labels?.map).toMatch(/^Map\./);
    expect(find('label[for=search]').textContent).toBe('Find a place');
    expect(all('.place-name [lang=ja], .place-address [lang=ja]')).toHaveLength(8);
    expect(find('[data-place=h1] .place-layer').innerText).toBe('避難所 in English');
  });

  test('leaves the page around alone, unless the address is the element’s', async () => {
    document.title = 'before';
    const { click, find } = await openElement();
    await click('.language');
    await eventually(() => expect(find('#list').innerText).toBe('List'));
    expect(document.documentElement.lang).toBe('ja');
    expect(document.title).toBe('before');
  });

  test('with permalink also gives the page its language, title and address', async () => {
    const { click } = await openElement({ attributes: { permalink: '' } });
    expect(document.title).toBe('見本市防災マップ');
    await click('.language');
    await eventually(() => expect(document.title).toBe('Mihon City Disaster Map'));
    expect(document.documentElement.lang).toBe('en');
    expect(location.hash).toBe('#lang=en');
    await click('.language');
    await eventually(() => expect(document.documentElement.lang).toBe('ja'));
    expect(location.hash).toBe('');
  });

  test('keeps what was searched, chosen and opened', async () => {
    const { search, open, click, find } = await openElement();
    await search('学校');
    await open('h1');
    await click('.language');
    await eventually(() => expect(find('.back').innerText.trim()).toBe('Back to the list'));
    expect(find('#detail-name').innerText).toBe('第一小学校');
    await click('.back');
    expect(find('.list-title').innerText).toContain('2 of 6 places');
  });

  test('whose texts do not arrive says so and stays', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    vi.spyOn(mapStrings, 'get').mockReturnValue(undefined);
    vi.spyOn(mapStrings, 'load').mockRejectedValue(new TypeError('Failed to fetch'));
    const { click, find, problems, element } = await openElement();
    await click('.language');
    await eventually(() =>
      expect(problems.map(({ code }) => code)).toEqual(['disaster-map/part-missing']),
    );
    await element.updateComplete;
    expect(find('.page').lang).toBe('ja');
    expect(find('.banner').innerText).toBe('この部分を読み込めませんでした。');
    expect(find('.language').innerText).toBe('English');
  });
});

describe('the language of the page', () => {
  test.each(['en', 'en-US'])('%s is the element’s from the start', async (language) => {
    document.documentElement.lang = language;
    const { find } = await openElement();
    await eventually(() => expect(find('#list').innerText).toBe('List'));
  });

  test('that the map does not speak is answered in its first', async () => {
    document.documentElement.lang = 'ko';
    const { find } = await openElement();
    expect(find('#list').innerText).toBe('一覧');
  });

  test('is followed when it changes', async () => {
    const { find } = await openElement();
    document.documentElement.lang = 'en';
    await eventually(() => expect(find('#list').innerText).toBe('List'));
  });

  test('yields to the element’s own', async () => {
    const { find } = await openElement({ attributes: { language: 'en' } });
    await eventually(() => expect(find('#list').innerText).toBe('List'));
  });

  test('is spoken while there is no document yet', async () => {
    document.documentElement.lang = 'en';
    vi.spyOn(console, 'warn').mockReturnValue();
    vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('', { status: 404 }));
    const { find } = placeElement({ attributes: { src: './map.json' } });
    await eventually(() =>
      expect(find('[role=alert]').innerText).toContain('The map data could not be loaded.'),
    );
  });
});

test('three languages are offered in a list, each by its own name', async () => {
  const document = smallDocument({ languages: ['ja', 'en', 'zh-Hans'] });
  const { find, element } = await openElement({ document });
  const select = find('select.language');
  if (!(select instanceof HTMLSelectElement)) throw new Error('no select');
  expect([...select.options].map(({ text, lang }) => `${lang} ${text}`)).toEqual([
    'ja 日本語',
    'en English',
    'zh-Hans 简体中文',
  ]);
  expect(select.value).toBe('ja');
  expect(select.ariaLabel).toBe('言葉');
  select.value = 'zh-Hans';
  select.dispatchEvent(new Event('change'));
  await element.updateComplete;
  await eventually(() => expect(find('.page').lang).toBe('zh-Hans'));
  expect(find('h1 [lang=ja]').innerText).toBe('見本市防災マップ');
});

test('one language needs no switch', async () => {
  const { all } = await openElement({ document: smallDocument({ languages: ['ja'] }) });
  expect(all('.language')).toEqual([]);
});

const open = (hash: string): Promise<ElementPage> =>
  openElement({
    attributes: { permalink: '' },
    prepare: () => history.replaceState(null, '', hash),
  });

describe('the address', () => {
  test('opens what it names', async () => {
    const { find, renderer } = await open(
      '#map=15.50/32.50000/141.10000&place=s2&hazard=flood&lang=en&layers=AED',
    );
    await eventually(() => expect(find('.detail').innerText).toContain('Designated'));
    expect(renderer.options?.view).toEqual({ center: [141.1, 32.5], zoom: 15.5 });
    await eventually(() => expect(renderer.places).toContain('s2'));
    expect(find('.detail').innerText).toContain('高台グラウンド');
  });

  test('of a place alone looks at the place', async () => {
    const { renderer } = await open('#place=s2');
    expect(renderer.options?.view).toEqual({ center: [141.12, 32.58], zoom: 16 });
  });

  test('stays as it is until something is moved', async () => {
    const { renderer } = await open('');
    expect(location.hash).toBe('');
    const { view } = renderer;
    renderer.setView({ center: [141.05, 32.5], zoom: 15 });
    await eventually(() => expect(location.hash).toBe('#map=15.00/32.50000/141.05000'));
    if (view !== undefined) renderer.setView(view);
    await eventually(() => expect(location.hash).toBe(''));
  });

  test('goes back by the phone’s button: opening a place is a step, closing it is none', async () => {
    const { open: openPlace, find, element, all } = await open('');
    const steps = history.length;
    find('[data-place=h1]').focus();
    await openPlace('h1');
    expect(history.length).toBe(steps + 1);
    history.back();
    await eventually(() => expect(all('#detail-name')).toEqual([]));
    await element.updateComplete;
    expect((focused() as HTMLElement).dataset['place']).toBe('h1');
    history.forward();
    await eventually(() => expect(find('#detail-name').innerText).toBe('第一小学校'));
  });

  test('that is changed by hand is followed', async () => {
    const { find, renderer } = await open('#hazard=flood');
    location.hash = '#place=s1&map=14.00/32.55000/141.08000';
    await eventually(() => expect(find('#detail-name').innerText).toBe('中央公園'));
    expect(renderer.view).toEqual({ center: [141.08, 32.55], zoom: 14 });
    expect(location.hash).not.toContain('hazard');
  });

  test('is not touched without permalink', async () => {
    history.replaceState(null, '', '#place=s1');
    const { all, open: openPlace } = await openElement();
    expect(all('#detail-name')).toEqual([]);
    await openPlace('h1');
    expect(location.hash).toBe('#place=s1');
    expect(all('[data-copy]')).toEqual([]);
  });
});
