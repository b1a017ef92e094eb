import { afterEach, expect, test } from 'vitest';
import { closeElements, eventually, openElement, placeElement } from '../../test/element-page.ts';
import { smallPack } from '../../test/small-pack.ts';

afterEach(() => closeElements());

/** A pack whose rules arrive, or do not, when they are told to. */
function slowPack(): {
  pack: ReturnType<typeof smallPack>;
  arrive: (how: 'here' | 'away') => void;
} {
  const { steps, ...rest } = smallPack();
  const way = new EventTarget();
  const arrived = new Promise<void>((resolve, reject) => {
    way.addEventListener('here', () => resolve());
    way.addEventListener('away', () => reject(new Error('away')));
  });
  // Nobody may have asked for the rules yet when they fail.
  arrived.catch(() => undefined);
  return {
    pack: { ...rest, steps: () => arrived.then(steps) },
    arrive: (how) => void way.dispatchEvent(new Event(how)),
  };
}

test('the first question is asked and answered before the rules are here, and nothing of it is lost', async () => {
  const { pack, arrive } = slowPack();
  const opened = await openElement({ pack });
  const told: string[] = [];
  opened.element.addEventListener('result-change', ({ detail }) => told.push(detail.set));
  await opened.click('[data-begin]');
  await opened.click('[data-add=child]');
  await opened.click('[data-add=child]');
  await opened.click('[data-remove=m2]');
  opened.find('[data-next]').click();
  await opened.element.updateComplete;
  expect(opened.find('.screen').textContent).toContain('読み込んでいます');
  expect(opened.find('.page').innerText).not.toContain('円');
  arrive('here');
  await eventually(() => opened.find('[data-key="birth m1"]'));
  await eventually(() => expect(opened.find('.answers').innerText).toContain('あなた、子ども'));
  await eventually(() => expect(told.length).toBeGreaterThan(0));
  await opened.click('[data-back]');
  expect(opened.all('.members li')).toHaveLength(2);
  expect(opened.problems).toEqual([]);
});

test('rules that do not arrive are told, and nothing is asked on without them', async () => {
  const { pack, arrive } = slowPack();
  const opened = await openElement({ pack });
  await opened.click('[data-begin]');
  arrive('away');
  await eventually(() => expect(opened.problems.map(({ code }) => code)).toHaveLength(1));
  await opened.element.updateComplete;
  expect(opened.root.querySelector('[data-screen]')).toBeNull();
  opened.find('[role=alert]');
});

test('what fails before the parts are here is told in full sentences all the same', async () => {
  const opened = placeElement({ pack: smallPack(), attributes: { date: 'tomorrow' } });
  await eventually(() => expect(opened.problems).not.toEqual([]));
  expect(opened.problems[0]).toMatchObject({
    code: 'benefits/bad-date',
    message: {
      ja: '「tomorrow」は日付として読めません。2026-04-01のように書いてください。',
      en: '"tomorrow" is not a date. Write it like 2026-04-01.',
    },
  });
});

test('another pack whose rules do not arrive leaves what was asked so far', async () => {
  const opened = await openElement();
  await opened.click('[data-begin]');
  await opened.click('[data-add=child]');
  await opened.next();
  const { pack, arrive } = slowPack();
  opened.element.pack = pack;
  await opened.element.updateComplete;
  arrive('away');
  await eventually(() => expect(opened.problems).toHaveLength(1));
  await opened.element.updateComplete;
  opened.find('[data-key="birth m1"]');
});

test('what the page knows waits for the rules, also when it comes after the first question', async () => {
  const { pack, arrive } = slowPack();
  const opened = await openElement({ pack });
  await opened.click('[data-begin]');
  opened.element.prefill = {
    members: [{ kind: 'self', birth: '1985-02-03' }, { kind: 'child' }],
    complete: true,
  };
  await opened.element.updateComplete;
  arrive('here');
  await eventually(() => opened.find('[data-screen=start]'));
  await opened.click('[data-begin]');
  opened.find('[data-key="birth m2"]');
});
