import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { closeElements, eventually, openElement } from '../../test/element-page.ts';
import { FakeRenderer } from '../../test/fake-renderer.ts';
import { smallDocument } from '../../test/small-document.ts';

beforeEach(() => page.viewport(1280, 800));
afterEach(closeElements);

function creditTo(ja: string) {
  return { source: { ja }, licence: null };
}

describe('the map', () => {
  test('begins at the whole town, is named, and stays near the places', async () => {
    const { renderer } = await openElement();
    expect(renderer.options?.view.center[0]).toBeCloseTo(141.08, 6);
    expect(renderer.options?.maxBounds).toEqual([141, 32.48, 141.16, 32.6]);
    expect(renderer.labels?.map).toMatch(/^地図。/);
    expect(renderer.calls).toEqual(expect.arrayContaining(['setBackground', 'setBoundary']));
  });

  test('begins where the document says', async () => {
    const { renderer } = await openElement({
      document: smallDocument({ view: [141.1, 32.57, 141.14, 32.59] }),
    });
    expect(renderer.options?.view.center[0]).toBeCloseTo(141.12, 6);
    expect(renderer.options?.maxBounds).toEqual([141, 32.48, 141.16, 32.6]);
  });

  test('waits until it has room, and follows its size', async () => {
    const renderer = new FakeRenderer();
    const { element } = await openElement({
      renderer,
      prepare: (element) => {
        element.hidden = true;
        setTimeout(() => (element.hidden = false), 50);
      },
    });
    expect(renderer.calls.filter((call) => call === 'mount')).toHaveLength(1);
    const resizes = (): number => renderer.calls.filter((call) => call === 'resize').length;
    const before = resizes();
    element.style.height = '500px';
    await eventually(() => expect(resizes()).toBeGreaterThan(before));
  });

  test('is told its size when it comes back from under a full sheet on a phone', async () => {
    await page.viewport(390, 844);
    const { renderer, find, click } = await openElement();
    await click('.handle button:first-child');
    expect(find('.map').offsetHeight).toBe(0);
    await eventually(() => expect(renderer.container?.clientHeight).toBe(0));
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const before = renderer.calls.length;
    await click('.handle button:last-child');
    expect(find('.map').offsetHeight).toBeGreaterThan(200);
    await eventually(() => expect(renderer.calls.slice(before)).toContain('resize'));
  });

  test('names the background that is drawn, and both as long as nobody knows', async () => {
    const { renderer, find, element } = await openElement({
      document: smallDocument({
        background: { url: './{z}/{x}/{y}.png', minZoom: 2, maxZoom: 18, credit: creditTo('画像') },
        vector: { pmtiles: './town.pmtiles', credit: creditTo('ベクトル') },
      }),
    });
    const said = (): string => find('.map-credits').innerText.replaceAll(/\s+/g, ' ').trim();
    expect(said()).toBe('ベクトル 画像');
    for (const [drawn, words] of [
      ['vector', 'ベクトル'],
      ['raster', '画像'],
    ] as const) {
      renderer.fire('background-change', { state: 'shown', drawn });
      await element.updateComplete;
      expect(said()).toBe(words);
    }
  });

  test('says that the background is missing, and takes it back', async () => {
    const { renderer, find, element } = await openElement();
    expect(find('.banner').hidden).toBe(true);
    renderer.fire('background-change', { state: 'missing' });
    await element.updateComplete;
    expect(find('.banner').innerText).toBe(
      '背景地図を表示できません。場所と境界は表示しています。',
    );
    renderer.fire('background-change', { state: 'shown' });
    await element.updateComplete;
    expect(find('.banner').hidden).toBe(true);
  });
});

test.each([
  [720, 700],
  [1280, 800],
  [390, 844],
])('the longest title leaves the map its room on %d × %d pixels', async (width, height) => {
  await page.viewport(width, height);
  const ja = '見本市の避難場所と避難所を地図と一覧で探せる防災マップ（試験公開版）'.repeat(2);
  const sample = { ja: '見本市は実在しません。場所も施設もすべて作りものです。'.repeat(2) };
  const { find } = await openElement({ document: smallDocument({ title: { ja }, sample }) });
  expect(find('.map').clientHeight).toBeGreaterThan(height / 4);
});
