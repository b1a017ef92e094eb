import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { closeElements, eventually, focused, openElement } from '../../test/element-page.ts';
import { largeLayer, smallDocument, smallLayer, smallPlace } from '../../test/small-document.ts';

beforeEach(() => page.viewport(1280, 800));
afterEach(closeElements);

const CLOSE_UP = { center: [141.08, 32.55], zoom: 18 } as const;

describe('list and map', () => {
  test('hold the same places, whatever is chosen', async () => {
    const { renderer, listed, ...opened } = await openElement();
    const same = (): Promise<void> =>
      eventually(() =>
        expect(renderer.places).toEqual(
          opened
            .all('[data-place]')
            .map((item) => item.dataset['place'] ?? '')
            .toSorted((a, b) => a.localeCompare(b)),
        ),
      );
    renderer.setView(CLOSE_UP);
    expect(listed).toHaveLength(4);
    await same();
    await opened.click('[data-layer=AED]');
    await same();
    expect(renderer.places).toHaveLength(6);
    await opened.click('[data-layer=避難場所]');
    await same();
    await opened.search('第一');
    await same();
    expect(renderer.places).toEqual(['a2', 'h1']);
    await opened.search('どこにもない');
    await same();
    expect(renderer.places).toEqual([]);
  });

  test('hold the same number, also where places are drawn as one', async () => {
    const document = smallDocument({ layers: [largeLayer('場所', 120)] });
    const { renderer, listed, text, click } = await openElement({ document });
    expect(renderer.marks.some(({ type }) => type === 'cluster')).toBe(true);
    expect(renderer.count).toBe(120);
    expect(listed).toHaveLength(50);
    expect(text).toContain('120件');
    await click('[data-more]');
    await click('[data-more]');
    expect(document.layers[0]?.places.map(([, , id]) => id)).toHaveLength(120);
  });

  test('the list is written out in steps, and the step says how many come', async () => {
    const document = smallDocument({ layers: [largeLayer('場所', 120)] });
    const opened = await openElement({ document });
    expect(opened.find('[data-more]').innerText).toBe('つぎの50件を表示する');
    await opened.click('[data-more]');
    expect(opened.listed).toHaveLength(100);
    expect(opened.find('[data-more]').innerText).toBe('つぎの20件を表示する');
    await opened.click('[data-more]');
    expect(opened.listed).toHaveLength(120);
    expect(opened.all('[data-more]')).toEqual([]);
  });

  test('the item under the pointer stands out on the map, and no longer', async () => {
    const { renderer, find } = await openElement();
    const over = (selector: string, type = 'pointerover'): boolean =>
      find(selector).dispatchEvent(new PointerEvent(type, { bubbles: type === 'pointerover' }));
    over('[data-place=h1] .place-name');
    expect(renderer.selected).toBe('h1');
    over('.list-title');
    expect(renderer.selected).toBeUndefined();
    over('[data-place=h2]');
    over('.sheet', 'pointerleave');
    expect(renderer.selected).toBeUndefined();
  });
});

test('the search is counted, and can be undone where nothing fits', async () => {
  const { search, find, input, click, text } = await openElement();
  expect(text).toContain('6件のうち4件');
  await search('小学校 本町');
  expect(find('.list-title').innerText).toContain('6件のうち1件');
  await search('どこにもない');
  expect(find('.notice').innerText).toContain('あてはまる場所がありません。');
  await click('.notice .wide');
  expect(find('.list-title').innerText).toContain('6件のうち4件');
  expect(input('#search').value).toBe('');
  expect(focused()?.id).toBe('search');
});

test('what an input method is still composing is not searched for', async () => {
  const { input, element, all } = await openElement();
  const field = input('#search');
  field.value = 'しょうg';
  field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
  await element.updateComplete;
  expect(all('[data-place]')).toHaveLength(4);
  field.value = '小学校';
  field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
  await element.updateComplete;
  expect(all('[data-place]')).toHaveLength(2);
});

test('a hazard orders list and marks, and says the fit in words', async () => {
  const { renderer, all, input, element } = await openElement();
  renderer.setView(CLOSE_UP);
  const chips = (): string[] => all('.chip').map((chip) => chip.innerText.trim());
  expect(chips()).toEqual(['すべて', '洪水', '地震']);
  input('.chip:nth-child(2) input').click();
  await element.updateComplete;
  expect(all('[data-place]').map((item) => item.innerText.split('\n')[0])).toEqual([
    '高台グラウンド',
    '中央公園',
    '第一小学校',
    '第二小学校',
  ]);
  expect(all('.badge').map((badge) => badge.innerText)).toEqual(['○ 指定あり', '× 不適']);
  await eventually(() =>
    expect(
      Object.fromEntries(renderer.marks.map((mark) => [mark.id, 'fit' in mark ? mark.fit : ''])),
    ).toEqual({ s1: 'x', s2: 'o', h1: '', h2: '' }),
  );
});

test('a layer says how much it holds, and how many are shown', async () => {
  const { all, find, click } = await openElement();
  expect(find('.layers summary').innerText).toMatch(/表示するもの\s*3種類のうち2種類/);
  await click('.layers summary');
  expect(
    all('.layers label').map((label) => label.innerText.replaceAll(/\s+/g, ' ').trim()),
  ).toEqual(['避難場所 2件', '避難所 2件', 'AED 2件']);
  await click('[data-layer=AED]');
  expect(find('.layers summary').innerText).toContain('3種類のうち3種類');
});

test('many places at one spot open as a list of them, which can be left', async () => {
  const places = ['一', '二', '三', '四', '五', '六'].map((name) =>
    smallPlace(`spot-${name}`, name, { at: [141.1, 32.55] }),
  );
  const document = smallDocument({
    layers: [...smallDocument().layers, smallLayer('建物', { places })],
  });
  const { renderer, element, find, all, click } = await openElement({ document });
  renderer.setView({ center: [141.1, 32.55], zoom: 18 });
  await eventually(() =>
    expect(renderer.marks.find(({ type }) => type === 'cluster')).toMatchObject({ count: 6 }),
  );
  const mark = renderer.marks.find(({ type }) => type === 'cluster');
  if (mark === undefined) throw new Error('no cluster');
  renderer.fire('mark-select', { mark });
  await eventually(() => expect(all('[data-place]')).toHaveLength(6));
  expect(find('.list-title').innerText).toMatch(/地図のこの場所にあるもの\s*6件/);
  expect(focused()?.id).toBe('list');
  await click('.list-title + button');
  expect(all('[data-place]')).toHaveLength(10);
  renderer.fire('mark-select', { mark });
  await eventually(() => expect(all('[data-place]')).toHaveLength(6));
  await userEvent.keyboard('{Escape}');
  await element.updateComplete;
  expect(all('[data-place]')).toHaveLength(10);
});

test('a cluster that falls apart is zoomed to; one that is gone does no harm', async () => {
  const document = smallDocument({ layers: [largeLayer('場所', 60)] });
  const { renderer, problems } = await openElement({ document });
  const mark = renderer.marks.find(({ type }) => type === 'cluster');
  if (mark === undefined) throw new Error('no cluster');
  const before = renderer.getView().zoom;
  renderer.fire('mark-select', { mark });
  await eventually(() => expect(renderer.getView().zoom).toBeGreaterThan(before));
  renderer.fire('mark-select', { mark: { ...mark, id: 'cluster:999999' } });
  await eventually(() => expect(renderer.count).toBe(60));
  expect(problems).toEqual([]);
});
