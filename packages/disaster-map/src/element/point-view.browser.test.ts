import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  closeElements,
  eventually,
  focused,
  openElement,
  placeElement,
  type ElementPage,
} from '../../test/element-page.ts';
import { FakeRenderer } from '../../test/fake-renderer.ts';
import { smallDocument } from '../../test/small-document.ts';
import { tilePng } from '../../test/tile-png.ts';
import { hazardCatalogue } from '../hazards/catalogue.ts';

beforeEach(() => page.viewport(1280, 800));
afterEach(() => {
  closeElements();
  vi.restoreAllMocks();
});

const AT = [141.05, 32.53] as const;
const hazardLayers = hazardCatalogue.filter(({ id }) =>
  ['flood-l2', 'collapse-flow', 'storm-surge', 'tsunami', 'debris-flow', 'reservoir'].includes(id),
);

/** Answers by the folder of the tile: a colour of the whole tile, a status, or no answer. */
function serve(answers: Readonly<Record<string, string | number>>): string[] {
  const asked: string[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const url = input instanceof Request ? input.url : String(input);
    asked.push(url);
    const answer = Object.entries(answers).find(([folder]) => url.includes(folder))?.[1];
    if (answer === undefined) throw new TypeError('Failed to fetch');
    if (typeof answer === 'number') return new Response(null, { status: answer });
    return new Response(await tilePng(256, () => answer));
  });
  return asked;
}

async function open(language = 'ja'): Promise<ElementPage> {
  return openElement({
    document: smallDocument({ hazardLayers }),
    attributes: { language },
  });
}

async function ask(opened: ElementPage): Promise<void> {
  opened.renderer.fire('ground-select', { at: AT });
  await eventually(() => opened.find('.readings'));
}

const said = ({ find }: ElementPage, id: string): string =>
  find(`[data-raster="${id}"] .answer`).innerText.trim();

const EVERY_ANSWER = {
  flood_l2_shinsuishin: '#ffb7b7',
  kaokutoukai: '#00000000',
  hightide: 404,
  debris: 500,
  dosekiryu: '#123456',
} as const;

test('a tap on the map shows what every raster says there, in words beside the colour', async () => {
  const asked = serve(EVERY_ANSWER);
  const opened = await open();
  await ask(opened);
  const { all, find, renderer } = opened;
  expect(focused()?.id).toBe('point-title');
  expect(all('[data-raster]').map(({ dataset }) => [dataset['raster'], dataset['answer']])).toEqual(
    [
      ['flood-l2', 'class'],
      ['collapse-flow', 'outside-zone'],
      ['storm-surge', 'no-data'],
      ['tsunami', 'unreadable'],
      ['debris-flow', 'unreadable'],
      ['reservoir', 'unreadable'],
    ],
  );
  expect(said(opened, 'flood-l2')).toBe('3m以上5m未満');
  expect(find('[data-raster="flood-l2"] rect').getAttribute('fill')).toBe('#ffb7b7');
  expect(said(opened, 'collapse-flow')).toContain('区域の外です。安全という意味ではありません。');
  expect(said(opened, 'storm-surge')).toContain(
    '公開されていません。安全という意味ではありません。',
  );
  expect(said(opened, 'tsunami')).toBe('通信できず、読めません。');
  expect(said(opened, 'debris-flow')).toBe('凡例にない色のため、読めません。');
  expect(said(opened, 'reservoir')).toBe('色の意味を確かめられないため、読めません。');
  expect(asked).toHaveLength(5);
  const pin = renderer.marks.find(({ id }) => id === renderer.selected);
  expect(pin).toMatchObject({ at: AT, label: '調べた場所' });
  expect(find('.sources').textContent).toContain('shinsui_legend3.png');
  expect(opened.problems).toEqual([]);
});

test('says the same in English', async () => {
  serve(EVERY_ANSWER);
  const opened = await open('en');
  await eventually(() => expect(opened.find('.page').lang).toBe('en'));
  await ask(opened);
  expect(said(opened, 'flood-l2')).toBe('3 to less than 5 m');
  expect(said(opened, 'storm-surge')).toBe(
    'No data is published for this place. That does not mean it is safe.',
  );
});

test('after a failed connection the same place is asked again', async () => {
  serve({});
  const opened = await open();
  await ask(opened);
  expect(said(opened, 'flood-l2')).toBe('通信できず、読めません。');
  serve(EVERY_ANSWER);
  await opened.click('[data-again]');
  await eventually(() => expect(said(opened, 'flood-l2')).toBe('3m以上5m未満'));
});

describe('without a mouse', () => {
  test('the button asks for the middle of the map; Escape leads back to it', async () => {
    serve(EVERY_ANSWER);
    const { find, renderer, root } = await open();
    renderer.view = { center: [141.1, 32.55], zoom: 15 };
    find('.ask').focus();
    await userEvent.keyboard('{Enter}');
    await eventually(() => find('.readings'));
    expect(focused()?.id).toBe('point-title');
    expect(find('.detail').innerText).toContain('32.55000, 141.10000');
    await userEvent.keyboard('{Escape}');
    await eventually(() => expect(focused()?.className).toBe('ask'));
    expect(root.querySelector('#point-title')).toBeNull();
    expect(renderer.marks.some(({ at }) => at[0] === 141.1)).toBe(false);
  });

  test('the button back leads to the list', async () => {
    serve(EVERY_ANSWER);
    const opened = await open();
    await ask(opened);
    await opened.click('.back');
    expect(opened.listed.length).toBeGreaterThan(0);
  });
});

test('a place pressed on the map takes the place of the answers', async () => {
  serve(EVERY_ANSWER);
  const opened = await open();
  await ask(opened);
  const mark = opened.renderer.marks.find(({ id }) => id === 'h1');
  if (mark === undefined) throw new Error('no such mark');
  opened.renderer.fire('mark-select', { mark });
  await eventually(() => opened.find('#detail-name'));
  await opened.click('.back');
  expect(opened.root.querySelector('#point-title')).toBeNull();
});

test('pressing the mark of the point itself changes nothing', async () => {
  serve(EVERY_ANSWER);
  const opened = await open();
  await ask(opened);
  const mark = opened.renderer.marks.find(({ at }) => at[0] === AT[0] && at[1] === AT[1]);
  if (mark === undefined) throw new Error('no mark at the point');
  opened.renderer.fire('mark-select', { mark });
  await opened.element.updateComplete;
  expect(opened.find('#point-title').innerText).toBe('この場所のハザード');
});

test('without rasters a tap offers what is near, and asks nobody', async () => {
  const asked = serve({});
  const { renderer, root, find } = await openElement();
  renderer.fire('ground-select', { at: AT });
  await eventually(() => expect(find('#point-title').innerText).toBe('地図で選んだ所'));
  expect(find('[data-near-here]').innerText).toBe('ここから近い順に探す');
  expect(root.querySelector('.ask, .readings')).toBeNull();
  expect(asked).toEqual([]);
});

test('what is near a point of the map, by keyboard too; the map shows where that is', async () => {
  serve(EVERY_ANSWER);
  const opened = await open();
  await ask(opened);
  const { renderer, find, root } = opened;
  await userEvent.tab();
  expect((focused() as HTMLElement).dataset).toHaveProperty('nearHere');
  await userEvent.keyboard('{Enter}');
  await eventually(() => expect(focused()?.id).toBe('list'));
  const ids = [...root.querySelectorAll<HTMLElement>('[data-place]')].map(
    ({ dataset }) => dataset['place'],
  );
  expect(ids).toEqual(['s1', 'h1', 'h2', 's2']);
  expect(find('[data-near-status]').innerText).toContain('地図で選んだ所から近い順です。');
  await eventually(() =>
    expect(renderer.marks.filter(({ type }) => type === 'start')).toMatchObject([
      { at: AT, label: '出発点' },
    ]),
  );
  expect(renderer.marks.map(({ id }) => id)).not.toContain('\0point');
  find('[data-near-stop]').click();
  await eventually(() => expect(renderer.marks.filter(({ type }) => type === 'start')).toEqual([]));
});

test('where there is no map there is no button', async () => {
  vi.spyOn(console, 'warn').mockReturnValue();
  class Broken extends FakeRenderer {
    override mount(): Promise<void> {
      return Promise.reject(new Error('no canvas'));
    }
  }
  const { element } = placeElement({
    document: smallDocument({ hazardLayers }),
    renderer: new Broken(),
  });
  await eventually(() => {
    const banner = element.renderRoot.querySelector<HTMLElement>('.banner');
    expect(banner?.hidden).toBe(false);
  });
  expect(element.renderRoot.querySelector('.ask')).toBeNull();
});
