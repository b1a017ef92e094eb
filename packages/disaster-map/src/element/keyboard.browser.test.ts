import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { closeElements, eventually, focused, openElement } from '../../test/element-page.ts';
import { FakeRenderer } from '../../test/fake-renderer.ts';
import { largeLayer, smallDocument } from '../../test/small-document.ts';
import { HAZARDS } from '../document.ts';

beforeEach(() => page.viewport(1280, 800));
afterEach(closeElements);

/** A map with the three stops that every renderer has: ground and two zoom buttons. */
class StoppingRenderer extends FakeRenderer {
  override mount(...given: Parameters<FakeRenderer['mount']>): Promise<void> {
    const [container] = given;
    for (const label of ['ground', 'in', 'out']) {
      const stop = document.createElement('button');
      stop.setAttribute('aria-label', label);
      container.append(stop);
    }
    return super.mount(...given);
  }
}

const label = (): string | null | undefined => focused()?.getAttribute('aria-label');

describe('from the start of the page', () => {
  test('the list is one press away: the first stop after the header skips the map', async () => {
    const { find } = await openElement({ renderer: new StoppingRenderer() });
    find('.language').focus();
    await userEvent.tab();
    expect(focused()?.textContent).toBe('地図をとばして一覧へ');
    expect(focused()?.getBoundingClientRect().top).toBeGreaterThanOrEqual(0);
    await userEvent.keyboard('{Enter}');
    expect((focused() as HTMLElement).dataset).toHaveProperty('near');
    await userEvent.tab();
    await userEvent.tab();
    expect(focused()?.className).toBe('place');
  });

  test('the map has three stops, then comes the search', async () => {
    const { find } = await openElement({ renderer: new StoppingRenderer() });
    find('.skip').focus();
    await userEvent.tab();
    expect(label()).toBe('ground');
    await userEvent.tab();
    await userEvent.tab();
    expect(label()).toBe('out');
    await userEvent.tab();
    expect(focused()?.id).toBe('search');
  });
});

describe('a place', () => {
  test('opens with Enter and closes with Escape, the focus where it was', async () => {
    const { find, element } = await openElement();
    find('[data-place=h1]').focus();
    await userEvent.keyboard('{Enter}');
    await eventually(() => expect(focused()?.id).toBe('detail-name'));
    expect(focused()?.textContent).toBe('第一小学校');
    await userEvent.keyboard('{Escape}');
    await element.updateComplete;
    expect((focused() as HTMLElement).dataset['place']).toBe('h1');
  });

  test('closes from the map too', async () => {
    const renderer = new StoppingRenderer();
    const { open, element } = await openElement({ renderer });
    await open('h2');
    renderer.container?.querySelector('button')?.focus();
    await userEvent.keyboard('{Escape}');
    await element.updateComplete;
    expect((focused() as HTMLElement).dataset['place']).toBe('h2');
  });

  test('far down the list is come back to, and the list is where it was scrolled to', async () => {
    const { renderer, find, element, listed } = await openElement({
      document: smallDocument({ layers: [largeLayer('場所', 180)] }),
    });
    expect(listed).toHaveLength(50);
    renderer.setView({ center: [141.08, 32.55], zoom: 18 });
    await eventually(() => expect(renderer.places).toContain('場所-120'));
    const mark = renderer.marks.find(({ id }) => id === '場所-120');
    if (mark === undefined) throw new Error('no mark');
    renderer.fire('mark-select', { mark });
    await eventually(() => expect(focused()?.id).toBe('detail-name'));
    expect(find('.scroll').scrollTop).toBe(0);
    await userEvent.keyboard('{Escape}');
    await element.updateComplete;
    const item = focused() as HTMLElement;
    expect(item.dataset['place']).toBe('場所-120');
    const { top, bottom } = item.getBoundingClientRect();
    const frame = find('.scroll').getBoundingClientRect();
    expect(top).toBeGreaterThanOrEqual(frame.top - 1);
    expect(bottom).toBeLessThanOrEqual(frame.bottom + 1);
  });

  test('that the list does not hold any more gives the focus to the list', async () => {
    const { element, find } = await openElement({
      attributes: { permalink: '' },
      prepare: () => history.replaceState(null, '', '#place=a1'),
    });
    await eventually(() => find('#detail-name'));
    expect(focused()).toBe(document.body);
    find('.back').focus();
    await userEvent.keyboard('{Enter}');
    await element.updateComplete;
    expect(focused()?.id).toBe('list');
  });
});

test('Escape leaves the page about the data', async () => {
  const { find, element, click } = await openElement();
  await click('[data-about]');
  await eventually(() => expect(focused()?.id).toBe('about-title'));
  await userEvent.keyboard('{Escape}');
  await element.updateComplete;
  expect(focused()).toBe(find('[data-about]'));
});

test('another search begins at the top of the list, another place at its name', async () => {
  const document = smallDocument({ layers: [largeLayer('場所', 120)] });
  const { find, search, renderer, open } = await openElement({ document });
  find('.scroll').scrollTop = 900;
  await search('場所1');
  expect(find('.scroll').scrollTop).toBe(0);
  await page.viewport(1280, 300);
  await open('場所-0');
  find('.scroll').scrollTop = 200;
  renderer.setView({ center: [141.08, 32.55], zoom: 18 });
  await eventually(() => expect(renderer.places).toContain('場所-18'));
  const mark = renderer.marks.find(({ id }) => id === '場所-18');
  if (mark === undefined) throw new Error('no mark');
  renderer.fire('mark-select', { mark });
  await eventually(() => expect(focused()?.textContent).toBe('場所19'));
  expect(find('.scroll').scrollTop).toBe(0);
});

test('more of the list is gone on with at its first new item', async () => {
  const document = smallDocument({ layers: [largeLayer('場所', 120)] });
  const { find, element } = await openElement({ document });
  find('[data-more]').focus();
  await userEvent.keyboard('{Enter}');
  await element.updateComplete;
  expect((focused() as HTMLElement).dataset['place']).toBe('場所-50');
});

test('the arrow keys choose the hazard', async () => {
  const { find, all, element } = await openElement();
  find('.chip input').focus();
  await userEvent.keyboard('{ArrowRight}');
  await element.updateComplete;
  expect(all('.badge').map((badge) => badge.innerText)).toEqual(['○ 指定あり', '× 不適']);
  expect(getComputedStyle(find('.chip:nth-child(2) span')).outlineStyle).toBe('solid');
});

describe('on a phone', () => {
  beforeEach(() => page.viewport(390, 844));

  test('the sheet has three heights without dragging', async () => {
    const { find, click } = await openElement();
    const height = (): number => Math.round(find('.sheet').offsetHeight);
    const half = height();
    await click('.handle button:first-child');
    const full = height();
    expect(full).toBeGreaterThan(700);
    expect(find('.handle button:first-child').ariaDisabled).toBe('true');
    await click('.handle button:last-child');
    expect(height()).toBe(half);
    await click('.handle button:last-child');
    expect(height()).toBeLessThan(200);
    expect(find('.handle button:last-child').ariaDisabled).toBe('true');
    expect(find('.chip').getBoundingClientRect().bottom).toBeLessThanOrEqual(844);
  });

  test('the note of a sample is one line that opens', async () => {
    const sample = { ja: 'この地図は見本です。'.repeat(12) };
    const { find } = await openElement({ document: smallDocument({ sample }) });
    const note = find('details.sample');
    const closed = note.offsetHeight;
    expect(closed).toBeLessThanOrEqual(44);
    find('details.sample summary').focus();
    await userEvent.keyboard('{Enter}');
    expect(note.offsetHeight).toBeGreaterThan(closed + 20);
  });

  test('a chosen hazard is seen, also at the end of the line and after a look at a place', async () => {
    const document = smallDocument({ hazards: [...HAZARDS] });
    const { find, element, open, click } = await openElement({ document });
    const isSeen = (): boolean => {
      const { left, right } = find('.chip:has(:checked)').getBoundingClientRect();
      return left >= 0 && right <= 390;
    };
    expect(find('.chip:last-child').getBoundingClientRect().left).toBeGreaterThan(390);
    find('.chip:last-child input').click();
    await element.updateComplete;
    expect(isSeen()).toBe(true);
    await open('h1');
    await click('.back');
    expect(isSeen()).toBe(true);
    find('.chip input').click();
    await element.updateComplete;
    expect(isSeen()).toBe(true);
  });

  test('everything that is pressed is 44 pixels high', async () => {
    const { all, click, open } = await openElement();
    const low = (): string[] =>
      all('button, input, summary, select, .detail a').flatMap((target) => {
        const box = (target.closest('label') ?? target).getBoundingClientRect();
        return box.height === 0 || box.height >= 43.5 ? [] : `${target.outerHTML} ${box.height}`;
      });
    await click('.layers summary');
    expect(low()).toEqual([]);
    await open('s2');
    expect(low()).toEqual([]);
    await click('[data-about]');
    await eventually(() => expect(focused()?.id).toBe('about-title'));
    expect(low()).toEqual([]);
  });

  test.each([320, 390, 844])('nothing is wider than a screen of %d pixels', async (width) => {
    await page.viewport(width, 844);
    const { find, open } = await openElement();
    const fits = (): boolean =>
      find('.scroll').scrollWidth <= find('.scroll').clientWidth &&
      document.documentElement.scrollWidth <= width;
    expect(fits()).toBe(true);
    await open('s2');
    expect(fits()).toBe(true);
  });
});
