import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import {
  answerAll,
  closeElements,
  eventually,
  focused,
  openElement,
  placeElement,
} from '../../test/element-page.ts';
import { smallPack } from '../../test/small-pack.ts';
import type { ResultDetail } from '../exchange/result-detail.ts';

beforeEach(async () => {
  await page.viewport(390, 844);
  vi.spyOn(console, 'warn').mockReturnValue();
});
afterEach(() => {
  closeElements();
  vi.restoreAllMocks();
});

describe('the flow', () => {
  test('asks one question a screen, the household first, then says what may be had', async () => {
    const opened = await openElement();
    const keys = await answerAll(opened);
    expect(keys.slice(0, 2)).toEqual(['birth m1', 'birth m2']);
    expect(opened.find('[data-screen]').dataset['screen']).toBe('results');
    const statuses = opened
      .all('[data-programme]')
      .map(({ dataset }) => [dataset['programme'], dataset['status']]);
    expect(statuses).toEqual([
      ['child-money', 'eligible'],
      ['rent-money', 'eligible'],
      ['school-money', 'eligible'],
      ['care-money', 'not-eligible'],
    ]);
    expect(opened.find('[data-programme=school-money]').innerText).toContain('1年に60,000円');
    expect(opened.find('.totals').innerText).toContain('1か月に20,000円');
    expect(opened.find('.totals').innerText).not.toContain('80,000');
    expect(opened.problems).toEqual([]);
  });

  test('moves the focus to the heading of each new question', async () => {
    const opened = await openElement();
    expect(focused()?.id).not.toBe('title');
    await opened.click('[data-begin]');
    expect(focused()?.textContent).toContain('いっしょに暮らしている人');
    await opened.click('[data-add=child]');
    await opened.next();
    expect(focused()?.textContent).toContain('あなたの生年月日');
  });

  test('begins each question empty, whatever was ticked or written in the one before', async () => {
    const opened = await openElement();
    await opened.click('[data-begin]');
    await opened.click('[data-add=child]');
    await opened.next();
    const empty = (): void => {
      for (const one of opened.all('.screen input') as HTMLInputElement[]) {
        expect(one.checked).toBe(false);
        if (one.type === 'text') expect(one.value).toBe('');
      }
    };
    for (const birth of ['1985-02-03', '2016-04-01']) {
      empty();
      await opened.birth(birth);
    }
    await answerRest(opened, empty);
    expect(opened.find('[data-screen]').dataset['screen']).toBe('results');
  });

  test('takes 不明 for an answer, and leaves the result open', async () => {
    const opened = await openElement();
    await answerAll(opened, { until: 'value income m1' });
    await opened.click('[data-unsure]');
    await answerRest(opened);
    expect(opened.find('[data-programme=school-money]').dataset['status']).toBe('unknown');
    expect(opened.find('[data-programme=school-money]').innerText).toContain('0円～60,000円');
    expect(opened.find('.answers').innerText).toContain('わからない');
  });

  test('goes back to the question before, with what was answered', async () => {
    const opened = await openElement();
    await answerAll(opened, { until: 'gate care' });
    const { key } = opened.find('[data-screen]').dataset;
    await opened.click('[data-back]');
    expect(opened.find('[data-screen]').dataset['key']).not.toBe(key);
    const chosen = opened.all('.choice input').filter((one) => (one as HTMLInputElement).checked);
    const written = opened.root.querySelector<HTMLInputElement>('[name=value]:not([type=radio])');
    expect(chosen.length + (written?.value.length ?? 0)).toBeGreaterThan(0);
  });

  test('changes any answer, and comes back to the results', async () => {
    const opened = await openElement();
    await answerAll(opened);
    await opened.click('[data-change="value income m1"]');
    expect((opened.find('[name=value]') as HTMLInputElement).value).toBe('2000000');
    await opened.write('9,000,000');
    expect(opened.find('[data-programme=school-money]').dataset['status']).toBe('not-eligible');
    expect(opened.find('.answers').innerText).toContain('9,000,000円');
  });

  test('understands full-width figures, separators and 万', async () => {
    const opened = await openElement();
    await answerAll(opened, { until: 'value income m1' });
    await opened.write('２００万円');
    expect(opened.find('.answers').innerText).toContain('2,000,000円');
  });

  test('says what is wrong with a figure, and puts the focus there', async () => {
    const opened = await openElement();
    await answerAll(opened, { until: 'value income m1' });
    await opened.write('-5');
    await eventually(() =>
      expect(opened.find('#mistake').innerText).toContain('0円から100,000,000円まで'),
    );
    await eventually(() => expect((focused() as HTMLInputElement).name).toBe('value'));
    expect(focused()?.getAttribute('aria-invalid')).toBe('true');
  });

  test('deletes all answers, asked once more before', async () => {
    const opened = await openElement();
    await answerAll(opened);
    expect(opened.find('[data-start-over]').checkVisibility()).toBe(false);
    await opened.click('.over > summary');
    expect(opened.find('[data-start-over]').checkVisibility()).toBe(true);
    await opened.click('[data-start-over]');
    expect(opened.find('[data-screen]').dataset['screen']).toBe('start');
    await opened.click('[data-begin]');
    expect(opened.all('.members li')).toHaveLength(1);
  });

  test('of another set asks other things', async () => {
    const opened = await openElement();
    opened.all('[name=set]')[1]?.click();
    await eventually(() => expect(opened.find('.choices').innerText).toContain('水害'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await opened.click('[data-begin]');
    await opened.next();
    await answerRest(opened);
    expect(opened.find('[data-programme=flood-money]').innerText).toContain('一度だけ200,000円');
  });
});

async function answerRest(
  opened: Awaited<ReturnType<typeof openElement>>,
  look: () => void = () => {},
): Promise<void> {
  for (let count = 0; count < 20; count += 1) {
    const { screen, key = '' } = opened.find('[data-screen]').dataset;
    if (screen !== 'ask') return;
    look();
    if (key.startsWith('birth')) await opened.birth('1985-02-03');
    else if (key === 'value kind ') await opened.pick(1);
    else if (key.startsWith('value income')) await opened.write('100');
    else if (key === 'value renting ' || key === 'value damaged ') await opened.pick(0);
    else await opened.pick(-2);
  }
}

describe('the page around', () => {
  test('is told results and never an answer', async () => {
    const told: ResultDetail[] = [];
    const ended = vi.fn();
    document.body.addEventListener('result-change', (event) =>
      told.push((event as CustomEvent<ResultDetail>).detail),
    );
    document.body.addEventListener('check-complete', ended);
    const opened = await openElement();
    await answerAll(opened, { income: '1234567' });
    expect(told.length).toBeGreaterThan(1);
    expect(ended).toHaveBeenCalledTimes(1);
    expect(told.at(-1)).toMatchObject({ pack: 'small', set: 'main', sample: true, settled: 4 });
    expect(JSON.stringify(told)).not.toContain('1234567');
  });

  test('may say what it knows; what does not fit is told, the rest taken', async () => {
    const opened = await openElement({
      prepare: (element) => {
        element.prefill = {
          members: [
            { kind: 'self', birth: '1990-01-01' },
            { kind: 'child', birth: '2018-05-05' },
            { kind: 'robot' },
          ],
          complete: true,
          values: [
            { variable: 'income', value: 1_000_000, member: 0 },
            { variable: 'renting', value: 'perhaps' },
          ],
        };
      },
    });
    await opened.click('[data-begin]');
    expect(opened.find('[data-screen]').dataset['key']).not.toMatch(/birth|income|members/);
    await eventually(() => expect(opened.find('.answers').innerText).toContain('1,000,000円'));
    expect(opened.problems.map(({ code }) => code)).toEqual([
      'benefits/bad-household',
      'benefits/bad-answer',
    ]);
  });
});

describe('bad input', () => {
  test('keeps the last good state and tells', async () => {
    const opened = await openElement();
    await answerAll(opened, { until: 'gate care' });
    await eventually(() => opened.find('.answers'));
    const before = opened.text;
    Object.assign(opened.element, { pack: { id: 'broken' } });
    await eventually(() => expect(opened.problems.at(-1)?.code).toBe('benefits/bad-pack'));
    expect(opened.element.pack?.id).toBe('small');
    expect(opened.text).toContain(before.slice(-200));
    expect(opened.find('.banner').innerText).toContain('前のデータを使っています');
    opened.element.date = 'tomorrow';
    await eventually(() => expect(opened.problems.at(-1)?.code).toBe('benefits/bad-date'));
    expect(opened.find('[data-screen]').dataset['key']).toBe('gate care');
  });

  test('of a pack that does not arrive: says so, and asks again', async () => {
    const opened = placeElement({ attributes: { src: '/no-such-pack.js' } });
    await eventually(() => opened.find('[role=alert]'));
    expect(opened.problems.map(({ code }) => code)).toEqual(['benefits/pack-not-loaded']);
    await opened.click('[role=alert] button');
    await eventually(() => expect(opened.problems).toHaveLength(2));
    opened.element.pack = smallPack();
    await eventually(() => opened.find('[data-begin]'));
  });
});

describe('languages', () => {
  test('are chosen on the page; a pack without one speaks Japanese and says so', async () => {
    const opened = await openElement();
    const menu = opened.find('.language') as HTMLSelectElement;
    expect(menu.options).toHaveLength(7);
    menu.value = 'vi';
    menu.dispatchEvent(new Event('change'));
    await eventually(() => expect(opened.find('.page').lang).toBe('vi'));
    expect(opened.find('.page').innerText).toContain('chỉ có tiếng Nhật');
    expect(opened.find('.page').innerText).toContain('Chưa có người biết ngôn ngữ này');
    expect(opened.find('h1 span').lang).toBe('ja');
    menu.value = 'en';
    menu.dispatchEvent(new Event('change'));
    await eventually(() => expect(opened.find('h1').innerText).toBe('Small benefit check'));
    expect(opened.find('h1').querySelector('[lang=ja]')).toBeNull();
  });

  test.each([
    ['zh-TW', 'zh-Hant'],
    ['zh-CN', 'zh-Hans'],
    ['en-GB', 'en'],
    ['de', 'ja'],
  ])('%s around the element is answered in %s', async (around, language) => {
    document.documentElement.lang = around;
    const opened = await openElement();
    await eventually(() => expect(opened.find('.page').lang).toBe(language));
  });
});

describe('saved answers', () => {
  test('are opened from the address, which forgets them', async () => {
    const first = await openElement({ attributes: { share: '' } });
    await answerAll(first);
    await first.click('[data-save]');
    await eventually(() => first.find('[data-make]'));
    await first.click('[data-make]');
    await eventually(() => first.find('#link'));
    const { hash } = new URL((first.find('#link') as HTMLInputElement).value);
    closeElements();
    history.replaceState(null, '', hash);
    const second = await openElement({ attributes: { share: '' } });
    await eventually(() => expect(second.find('[data-screen]').dataset['screen']).toBe('results'));
    expect(location.hash).toBe('');
    expect(second.find('.answers').innerText).toContain('2,000,000円');
  });

  test('with a passphrase are opened by it alone', async () => {
    const first = await openElement({ attributes: { share: '' } });
    await answerAll(first);
    await first.click('[data-save]');
    await eventually(() => first.find('[name=passphrase]'));
    (first.find('[name=passphrase]') as HTMLInputElement).value = 'さくら並木';
    await first.click('[data-make]');
    await eventually(() => first.find('#link'));
    const { hash } = new URL((first.find('#link') as HTMLInputElement).value);
    closeElements();
    history.replaceState(null, '', hash);
    const second = await openElement({ attributes: { share: '' } });
    await eventually(() => second.find('[data-unlock]'));
    (second.find('[name=passphrase]') as HTMLInputElement).value = 'wrong';
    await second.click('[data-unlock]');
    await eventually(() => expect(second.find('#mistake').innerText).toContain('開けませんでした'));
    (second.find('[name=passphrase]') as HTMLInputElement).value = 'さくら並木';
    await second.click('[data-unlock]');
    await eventually(() => expect(second.find('[data-screen]').dataset['screen']).toBe('results'));
  });

  test('that are damaged are told and change nothing', async () => {
    const opened = await openElement({
      attributes: { share: '' },
      prepare: () => history.replaceState(null, '', '#benefits=1.AAAA'),
    });
    await eventually(() =>
      expect(opened.problems.map(({ code }) => code)).toEqual(['benefits/share-damaged']),
    );
    expect(opened.find('[data-screen]').dataset['screen']).toBe('start');
    expect(location.hash).toBe('');
  });
});
