import { afterEach, expect, test } from 'vitest';
import { closeElements, eventually, openElement } from '../../test/element-page.ts';
import { demoPack } from '../demo.ts';

afterEach(closeElements);

test('whoever takes a member out by keyboard stays in the question', async () => {
  const opened = await openElement({ pack: demoPack });
  await opened.click('[data-begin]');
  await opened.click('[data-add=child]');
  opened.find('[data-remove]').focus();
  await opened.click('[data-remove]');
  expect(opened.all('.members li')).toHaveLength(1);
  const { activeElement } = opened.element.renderRoot as ShadowRoot;
  expect(activeElement?.id).toBe('title');
});

test('why somebody is eligible is what is required of them, not that they are', async () => {
  const opened = await openElement({ pack: demoPack });
  await opened.click('[data-begin]');
  await opened.click('[data-add=child]');
  await opened.next();
  await opened.birth('1985-02-03');
  await opened.birth('2016-04-01');
  await opened.click('[data-results]');
  await opened.click('[data-details=jido-teate]');
  await eventually(() => opened.find('.reasons li'));
  const short = opened.find('.reasons > ul').innerText;
  expect(short).toContain('最初の3月31日までの子どもであること: はい');
  expect(short).toContain('額: 10,000円');
  expect(short).not.toContain('対象か');
});

test('what is not answered is said once in its line', async () => {
  const opened = await openElement({ pack: demoPack });
  await opened.click('[data-begin]');
  await opened.click('[data-add=child]');
  await opened.next();
  await opened.birth('1985-02-03');
  await opened.birth('2016-05-05');
  await opened.click('[data-results]');
  await opened.click('[data-details=shugaku-enjo-mihon]');
  for (const one of opened.all('.whole, .whole details')) (one as HTMLDetailsElement).open = true;
  const lines = opened.all('.whole .reason').map((one) => one.innerText);
  expect(lines.some((line) => line.includes('まだ答えがありません'))).toBe(true);
  for (const line of lines) expect(line).not.toMatch(/まだ答えがありません.*まだ答えがありません/);
});

test('whoever opens a saved link that is cut off is told so, and can begin', async () => {
  history.replaceState(null, '', '#benefits=1.zzzz');
  const opened = await openElement({ pack: demoPack, attributes: { share: '' } });
  await eventually(() =>
    expect(opened.find('[role=alert]').innerText).toContain('保存した答えを開けませんでした'),
  );
  expect(location.hash).toBe('');
  await opened.click('[data-begin]');
  expect(opened.all('[role=alert]').filter((one) => one.innerText.includes('開けません'))).toEqual(
    [],
  );
});

test('that a link was made is heard', async () => {
  const opened = await openElement({ pack: demoPack, attributes: { share: '' } });
  await opened.click('[data-begin]');
  await opened.next();
  await opened.click('[data-results]');
  await opened.click('[data-save]');
  await opened.click('[data-make]');
  await eventually(() =>
    expect(opened.find('.card [role=status]').innerText).toBe('リンクができました。'),
  );
});
