import { afterEach, expect, test } from 'vitest';
import {
  closeElements,
  type ElementPage,
  eventually,
  openElement,
} from '../../test/element-page.ts';

afterEach(closeElements);

const shown = ({ find }: ElementPage): string => {
  const { screen = '', key = '' } = find('[data-screen]').dataset;
  return `${screen} ${key}`;
};

/** Goes one way in the browser's history and waits for what is then shown. */
async function travel(opened: ElementPage, way: 'back' | 'forward', until: string): Promise<void> {
  history[way]();
  await eventually(() => {
    if (shown(opened) !== until) throw new Error(`still at ${shown(opened)}`);
  });
  await opened.element.updateComplete;
}

test('the browser’s way back leads to the question before, with its answer, and forward again', async () => {
  const opened = await openElement({ attributes: { share: '' } });
  await opened.click('[data-begin]');
  await opened.click('[data-add=child]');
  await opened.next();
  await opened.birth('1985-02-03');
  expect(shown(opened)).toBe('ask birth m2');
  await travel(opened, 'back', 'ask birth m1');
  expect((opened.find('[name=year]') as HTMLInputElement).value).toBe('');
  await travel(opened, 'back', 'ask members');
  expect(opened.all('.members li')).toHaveLength(2);
  await travel(opened, 'back', 'start ');
  await travel(opened, 'forward', 'ask members');
  await travel(opened, 'forward', 'ask birth m1');
  await travel(opened, 'forward', 'ask birth m2');
  await eventually(() => expect(opened.text).toContain('1985年2月3日'));
});

test('what was changed since is not undone by going forward; what was taken away does not come back', async () => {
  const opened = await openElement({ attributes: { share: '' } });
  await opened.click('[data-begin]');
  await opened.next();
  await opened.birth('1985-02-03');
  await travel(opened, 'back', 'ask birth m1');
  await opened.birth('1990-12-31');
  await eventually(() => expect(opened.text).toContain('1990年12月31日'));
  await opened.click('[data-start-over]');
  expect(shown(opened)).toBe('start ');
  history.back();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(shown(opened)).toBe('start ');
  expect(opened.text).not.toContain('1990');
  expect(JSON.stringify(history.state)).not.toContain('1990');
});

test('within a page of something else the history stays alone', async () => {
  const before = history.length;
  const opened = await openElement();
  await opened.click('[data-begin]');
  await opened.next();
  expect(history.length).toBe(before);
  expect(JSON.stringify(history.state)).not.toContain('benefits');
});
