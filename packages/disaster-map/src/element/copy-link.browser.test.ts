import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { closeElements, eventually, openElement } from '../../test/element-page.ts';

beforeEach(() => page.viewport(1280, 800));
afterEach(closeElements);

test('the code of a place is drawn with its address, and is gone with the place', async () => {
  const { open, click, find, all } = await openElement({ attributes: { permalink: '' } });
  await open('s1');
  await click('[data-qr]');
  await eventually(() => find('.qr svg'));
  expect(find('.qr svg').getAttribute('role')).toBe('img');
  expect(find('.qr svg').getAttribute('aria-label')).toBe('このページを開くQRコード');
  expect(find('.qr p').textContent).toBe(location.href);
  expect(location.hash).toContain('place=s1');
  const { width, height } = find('.qr svg').getBoundingClientRect();
  expect(width).toBe(height);
  await click('.back');
  await open('s2');
  expect(all('.qr')).toEqual([]);
});

test('the page about the data offers the link of the whole map; without a permalink nothing does', async () => {
  const linked = await openElement({ attributes: { permalink: '' } });
  await linked.click('[data-about]');
  await eventually(() => linked.find('[data-qr]'));
  closeElements();
  const plain = await openElement();
  await plain.click('[data-about]');
  await eventually(() => plain.find('#about-title'));
  expect(plain.all('[data-qr]')).toEqual([]);
});
