import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { closeElements, eventually, focused, openElement } from '../../test/element-page.ts';
import { civicDocument } from '../../test/civic-document.ts';
import type { FilterChangeDetail } from './map-events.ts';

beforeEach(() => page.viewport(1280, 800));
afterEach(closeElements);

test('a filter works by keyboard, says how many each choice leaves, and narrows list and map', async () => {
  const { element, find, listed, renderer, root } = await openElement({
    document: civicDocument(),
  });
  const changes = vi.fn<(detail: FilterChangeDetail) => void>();
  element.addEventListener('filter-change', ({ detail }) => changes(detail));
  const select = find('[data-filter="種別"]') as HTMLSelectElement;
  expect([...select.options].map(({ text }) => text)).toEqual([
    'すべて（6件）',
    '公衆（2件）',
    '多目的（1件）',
  ]);
  expect(listed).toHaveLength(6);
  select.focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await eventually(() => expect(select.value).toBe('1'));
  await element.updateComplete;
  expect(
    [...root.querySelectorAll<HTMLElement>('[data-place]')].map((item) => item.dataset['place']),
  ).toEqual(['t2']);
  await eventually(() => expect(renderer.places).toEqual(['t2']));
  expect(changes).toHaveBeenLastCalledWith(
    expect.objectContaining({ filters: [{ header: '種別', value: '多目的' }] }),
  );
});

test('where the filters leave nothing, a button clears them', async () => {
  const { element, find, search, all } = await openElement({ document: civicDocument() });
  const select = find('[data-filter="種別"]') as HTMLSelectElement;
  select.value = '1';
  select.dispatchEvent(new Event('change'));
  await search('散策路');
  expect(all('[data-place]')).toHaveLength(0);
  const clear = all('.notice button').find((button) => button.textContent.includes('絞り込み'));
  clear?.click();
  await element.updateComplete;
  expect(all('[data-place]')).toHaveLength(1);
  expect(focused()?.id).toBe('list');
});

test('a group is switched as one, and half of it is neither on nor off', async () => {
  const { element, input, all } = await openElement({ document: civicDocument() });
  expect(input('[data-group="歩く"]').checked).toBe(true);
  input('[data-group="歩く"]').click();
  await element.updateComplete;
  expect(input('[data-layer="散策路"]').checked).toBe(false);
  expect(all('[data-place]')).toHaveLength(4);
  input('[data-layer="散策路"]').click();
  await element.updateComplete;
  expect(input('[data-group="歩く"]').indeterminate).toBe(true);
});

test('a line in the list is drawn, and framed when it is chosen', async () => {
  const { open, renderer } = await openElement({ document: civicDocument() });
  await eventually(() => expect(renderer.shapes.map(({ id }) => id)).toEqual(['w1', 'p1']));
  await open('w1');
  expect(renderer.calls).toContain('fitBounds');
});

test('a place lists what else is at its spot, and leads there', async () => {
  const { open, find, all } = await openElement({ document: civicDocument() });
  await open('t1');
  expect(all('.detail [data-place]').map((item) => item.dataset['place'])).toEqual(['t2', 't3']);
  await open('t3');
  await eventually(() => expect(find('#detail-name').textContent).toContain('授乳室'));
  await eventually(() => expect(focused()?.id).toBe('detail-name'));
});

test('a photo says whose it is, tells its host nothing, and is gone where it does not arrive', async () => {
  const { open, find } = await openElement({ document: civicDocument() });
  await open('t1');
  const photo = find('.photo') as HTMLImageElement;
  expect([photo.alt, photo.referrerPolicy, photo.loading]).toEqual([
    '駅前トイレの写真',
    'no-referrer',
    'lazy',
  ]);
  expect(find('.detail dl').innerText).not.toContain('photo.png');
  photo.dispatchEvent(new Event('error'));
  expect(photo.hidden).toBe(true);
});
