import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  closeElements,
  eventually,
  openElement,
  type ElementPage,
} from '../../test/element-page.ts';
import { smallDocument } from '../../test/small-document.ts';
import { hazardCatalogue } from '../hazards/catalogue.ts';

beforeEach(() => page.viewport(1280, 800));
afterEach(closeElements);

const hazardLayers = hazardCatalogue.filter(({ id }) =>
  ['flood-l2', 'flood-duration', 'tsunami', 'reservoir'].includes(id),
);

async function open(): Promise<ElementPage> {
  const opened = await openElement({ document: smallDocument({ hazardLayers }) });
  await eventually(() => opened.find('#raster'));
  return opened;
}

const choices = ({ all }: ElementPage): (string | null)[] =>
  all('#raster option').map(({ textContent }) => textContent.trim());

async function chooseFlood({ find, element }: ElementPage): Promise<void> {
  find('.chips label:nth-child(2) input').click();
  await element.updateComplete;
}

test('a hazard brings its raster onto the map, with legend and credit; "any" takes it away', async () => {
  const opened = await open();
  const { find, all, renderer, element, root } = opened;
  expect(renderer.overlays).toEqual([]);
  expect(choices(opened)).toHaveLength(5);
  await chooseFlood(opened);
  expect(renderer.overlays.map(({ id, opacity }) => [id, opacity])).toEqual([['flood-l2', 0.7]]);
  expect(choices(opened)).toEqual([
    '重ねない',
    '洪水の浸水の深さ（想定最大規模）',
    '洪水の浸水が続く時間（想定最大規模）',
  ]);
  expect(all('.legend li').map((item) => item.innerText.trim())).toContain('0.5m以上3m未満');
  expect(all('.legend rect')[4]?.getAttribute('fill')).toBe('#ffb7b7');
  expect(find('.map-credits').innerText).toContain('ハザードマップポータルサイト');
  expect(find('.legend-note').innerText).toContain('安全とは限りません');
  find('.chips label:nth-child(1) input').click();
  await element.updateComplete;
  expect(renderer.overlays).toEqual([]);
  expect(root.querySelector('.map-credits')).toBeNull();
});

test('another raster, or none, is chosen by keyboard', async () => {
  const opened = await open();
  const { find, renderer, element } = opened;
  await chooseFlood(opened);
  find('.raster summary').click();
  await userEvent.selectOptions(find('#raster'), 'flood-duration');
  await element.updateComplete;
  expect(renderer.overlays.map(({ id }) => id)).toEqual(['flood-duration']);
  expect(find('.legend').innerText).toContain('12時間未満');
  await userEvent.selectOptions(find('#raster'), 'none');
  await element.updateComplete;
  expect(renderer.overlays).toEqual([]);
});

test('its strength follows the slider', async () => {
  const opened = await open();
  const { find, input, renderer, element } = opened;
  await chooseFlood(opened);
  find('.raster summary').click();
  input('#opacity').focus();
  await userEvent.keyboard('{ArrowRight}');
  await element.updateComplete;
  expect(renderer.overlays[0]?.opacity).toBeCloseTo(0.8);
});

test('a raster whose colours have no source says so in place of a legend', async () => {
  const { find, renderer, element } = await open();
  find('.raster summary').click();
  await userEvent.selectOptions(find('#raster'), 'reservoir');
  await element.updateComplete;
  expect(renderer.overlays.map(({ id }) => id)).toEqual(['reservoir']);
  expect(find('.legend-note').innerText).toContain('出典のページで確かめてください');
});

test('a document without rasters has no such choice', async () => {
  const { element, root } = await openElement();
  await new Promise((resolve) => setTimeout(resolve, 300));
  await element.updateComplete;
  expect(root.querySelector('#raster')).toBeNull();
});

test('a page may open with a raster, and pictures explain what no legend does', async () => {
  const { find, all, renderer } = await openElement({
    document: smallDocument({
      hazardLayers,
      shownHazardLayer: 'tsunami',
      pictures: [
        { url: './images/a.png', title: { ja: '浸水深の凡例' } },
        { url: 'https://example.com/b.png', title: { ja: 'よそのもの' } },
      ],
    }),
  });
  await eventually(() => find('#raster'));
  expect(renderer.overlays.map(({ id }) => id)).toEqual(['tsunami']);
  expect(all('.pictures img').map((img) => img.getAttribute('src'))).toEqual(['./images/a.png']);
  expect(find('.pictures img').getAttribute('alt')).toBe('浸水深の凡例');
});
