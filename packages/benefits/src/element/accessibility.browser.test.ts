import axe from 'axe-core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { eachOf, isFull } from '../../../../apps/tools/src/tier.ts';
import {
  answerAll,
  closeElements,
  type ElementPage,
  eventually,
  openElement,
  placeElement,
} from '../../test/element-page.ts';
import { benefitStrings } from '../strings/strings.ts';

afterEach(() => {
  closeElements();
  vi.restoreAllMocks();
});

/** How each state of the page is reached from its first screen, whatever the language. */
const STATES: Readonly<Record<string, (opened: ElementPage) => Promise<void>>> = {
  'the start': () => Promise.resolve(),
  'the household': async (opened) => {
    await opened.click('[data-begin]');
    await opened.click('[data-add=child]');
  },
  'a birth date that is none': async (opened) => {
    await opened.click('[data-begin]');
    await opened.next();
    await opened.birth('2026-02-30');
    await eventually(() => expect(opened.find('#mistake').textContent).not.toBe(''));
  },
  'a question with its reason open': async (opened) => {
    await answerAll(opened, { until: 'value renting ' });
    await opened.click('.why summary');
  },
  'an income that is none': async (opened) => {
    await answerAll(opened, { until: 'value income m1' });
    await opened.write('some');
    await eventually(() => expect(opened.find('#mistake').textContent).not.toBe(''));
  },
  'boxes to tick': async (opened) => {
    await answerAll(opened, { until: 'gate care' });
    await opened.click('.choice input');
  },
  'all results': async (opened) => {
    await answerAll(opened);
  },
  'results while much is open': async (opened) => {
    await answerAll(opened, { until: 'value renting ' });
    await opened.click('[data-results]');
  },
  'a programme with its reasons': async (opened) => {
    await answerAll(opened);
    await opened.click('[data-details=child-money]');
    await eventually(() => opened.find('.whole'));
    for (const summary of opened.all('.whole summary')) summary.click();
  },
  'a programme that is not for them': async (opened) => {
    await answerAll(opened, { income: '9000000' });
    await opened.click('[data-details=school-money]');
    await eventually(() => opened.find('.flip'));
  },
  'a slider, a chart and its table': async (opened) => {
    await answerAll(opened);
    await opened.click('[data-what-if]');
    await eventually(() => opened.find('.chart'));
    await opened.click('.table summary');
  },
  'a link that is made': async (opened) => {
    await answerAll(opened);
    await opened.click('[data-save]');
    await eventually(() => opened.find('[data-make]'));
    await opened.click('[data-make]');
    await eventually(() => opened.find('#link'));
  },
  'the page about the rules': async (opened) => {
    await opened.click('[data-about]');
    await eventually(() => opened.find('[data-close]'));
  },
};

async function violations(): Promise<string[]> {
  const results = await axe.run(document.documentElement, { resultTypes: ['violations'] });
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

type View = readonly [width: number, height: number, theme: string];

const names = Object.keys(STATES);
const VIEWS: readonly View[] = [
  [390, 844, 'light'],
  [320, 640, 'dark'],
  [1280, 800, 'light'],
  [1280, 800, 'dark'],
];
/** Every state in Japanese, twice; in each other language a third of them, once. The full tier has all of everything. */
const cases = benefitStrings.languages.flatMap((language, at) =>
  names.flatMap((name, state) =>
    VIEWS.filter((_, view) => {
      if (isFull) return true;
      return language === 'ja' ? view % 2 === state % 2 : view === 1 && state % 3 === at % 3;
    }).map(([width, height, theme]) => [language, name, width, height, theme] as const),
  ),
);

/** The quick tier sees each state once, and each language. */
const isFirst = (language: string, name: string, width: number): boolean =>
  language === 'ja' ? width === 390 : name === 'all results';

describe('axe finds nothing', () => {
  eachOf(cases, isFirst)('in %s: %s, %d × %d, %s', async (language, name, width, height, theme) => {
    await page.viewport(width, height);
    vi.spyOn(console, 'warn').mockReturnValue();
    document.documentElement.dataset['theme'] = theme;
    const opened = await openElement({ attributes: { share: '', language } });
    await eventually(() => expect(opened.find('.page').lang).toBe(language));
    await STATES[name]?.(opened);
    await opened.element.updateComplete;
    expect(await violations()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});

test('axe finds nothing where the pack did not arrive, and where answers are locked', async () => {
  vi.spyOn(console, 'warn').mockReturnValue();
  const failed = placeElement({ attributes: { src: '/no-such-pack.js' } });
  await eventually(() => failed.find('[role=alert]'));
  expect(await violations()).toEqual([]);
  closeElements();
  const locked = await openElement({
    attributes: { share: '' },
    prepare: () => history.replaceState(null, '', '#benefits=1e.AAAA'),
  });
  await eventually(() => locked.find('[data-unlock]'));
  expect(await violations()).toEqual([]);
});
