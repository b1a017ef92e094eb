import { afterEach, expect, test, vi } from 'vitest';
import { closeElements, eventually, openElement } from '../../test/element-page.ts';

vi.mock('./lazy-views.ts', () => {
  throw new TypeError('Failed to fetch dynamically imported module');
});

afterEach(() => {
  closeElements();
  vi.restoreAllMocks();
});

test('a part that does not arrive says so, can be asked for again, and the list can be come back to', async () => {
  vi.spyOn(console, 'warn').mockReturnValue();
  const opened = await openElement();
  await opened.click('[data-place=h1]');
  await eventually(() => opened.find('.scroll [role=alert]'));
  expect(opened.find('.scroll').innerText).toContain('この部分を読み込めませんでした。');
  expect(opened.problems.map(({ code }) => code)).toEqual(['disaster-map/part-missing']);
  await opened.click('.scroll .notice button');
  await eventually(() => expect(opened.problems).toHaveLength(2));
  await eventually(() => opened.find('.back'));
  await opened.click('.back');
  expect(opened.listed).toHaveLength(4);
  expect(opened.all('[role=alert]')).toEqual([]);
});
