import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canOpenPages, closeBrowser, openPage, phone } from '../../../apps/tools/src/page.ts';
import { focusedId, screenOf, tabTo } from './keyboard.ts';
import { type TemplateSite, templateSite } from './template-site.ts';

/** What somebody says whose home was largely destroyed, by the key of the question. Whatever is not here: no. */
const SAID: Readonly<Record<string, string>> = {
  住まいの被害: '大規模半壊',
  住まいの再建: '直す',
  支援法の適用: 'はい',
  救助法の適用: 'はい',
};

/** The answer to the question that is shown, as the words of a choice; of a figure, the figure. */
async function answerTo(page: Page): Promise<string> {
  const key = await page.locator('benefit-navigator [data-screen]').getAttribute('data-key');
  const variable = key?.split(' ')[1]?.split('_').at(-1) ?? '';
  if ((await page.locator('benefit-navigator input#value').count()) > 0)
    return variable === '世帯の所得' ? '1000000' : '0';
  return SAID[variable] ?? 'いいえ';
}

async function resultsOf(page: Page): Promise<readonly (readonly [string, string, string])[]> {
  return page.locator('benefit-navigator .result').evaluateAll((all) =>
    all.map((one) => {
      const { programme = '', status = '' } = (one as HTMLElement).dataset;
      return [programme, status, one.querySelector('.amount')?.textContent ?? ''] as const;
    }),
  );
}

const RESULTS = [
  ['engo-shikin', 'eligible', '最大1,700,000円を借りられます'],
  ['saiken-shienkin', 'eligible', '一度だけ1,125,000円'],
  ['choikin', 'not-eligible', ''],
  ['shogai-mimaikin', 'not-eligible', ''],
];

/** A picture of the screen, where they are asked for. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.YOKOTEN_PICTURES;
  if (folder !== undefined)
    await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

describe.skipIf(!canOpenPages)('support after a disaster, on a phone', () => {
  let site: TemplateSite;
  beforeAll(async () => {
    site = await templateSite();
  });
  afterAll(async () => {
    await closeBrowser();
    await site.close();
  });

  test('by keyboard alone: the set, every question, the results', { tags: ['ci'] }, async () => {
    const { page, complaints, close } = await openPage(site.url, phone);
    await page.locator('benefit-navigator [data-begin]').waitFor();
    await page.waitForLoadState('networkidle');
    await tabTo(page, '[name=set]');
    await page.keyboard.press('ArrowDown');
    await picture(page, 'disaster-1-start');
    await tabTo(page, '[data-begin]');
    await page.keyboard.press('Enter');
    await tabTo(page, '[data-next]');
    await page.keyboard.press('Enter');
    for (let asked = 0; (await screenOf(page)) === 'ask'; asked += 1) {
      expect(asked).toBeLessThan(20);
      expect(await focusedId(page)).toBe('title');
      const answer = await answerTo(page);
      await picture(page, `disaster-2-question-${asked}`);
      await page.keyboard.press('Tab');
      if ((await tabTo(page, '[name=value]')) === 'radio') {
        const names = await page.locator('benefit-navigator .choice').allInnerTexts();
        // The first of a group has the focus; the keys move on from there and choose.
        await page.keyboard.press('Space');
        for (let at = 0; at < names.indexOf(answer); at += 1)
          await page.keyboard.press('ArrowDown');
      } else await page.keyboard.type(answer);
      await page.keyboard.press('Enter');
      await page.waitForTimeout(20);
    }
    expect(await screenOf(page)).toBe('results');
    expect(await resultsOf(page)).toEqual(RESULTS);
    await picture(page, 'disaster-3-results');
    await tabTo(page, '[data-details=saiken-shienkin]');
    await page.keyboard.press('Enter');
    await tabTo(page, '.whole > summary');
    await page.keyboard.press('Enter');
    const told = await page.locator('benefit-navigator [data-screen]').innerText();
    for (const words of [
      '被災者生活再建支援法（平成10年法律第66号） 第3条第7項',
      '37か月',
      '罹災証明書',
    ])
      expect(told.replaceAll(/\s+/g, ' ')).toContain(words);
    await picture(page, 'disaster-4-reasons');
    expect(complaints).toEqual([]);
    await close();
  });

  test('by touch: the same answers, the same results, nothing of everyday life', async () => {
    const { page, close } = await openPage(site.url, phone);
    await page.waitForLoadState('networkidle');
    await page.context().setOffline(true);
    const check = page.locator('benefit-navigator');
    await check.locator('.choice').nth(1).tap();
    await check.locator('[data-begin]').tap();
    await check.locator('[data-next]').tap();
    for (let asked = 0; (await screenOf(page)) === 'ask'; asked += 1) {
      expect(asked).toBeLessThan(20);
      const answer = await answerTo(page);
      if ((await check.locator('input#value').count()) > 0)
        await check.locator('#value').fill(answer);
      else await check.locator('.choice', { hasText: new RegExp(`^\\s*${answer}\\s*$`) }).tap();
      await check.locator('[data-next]').tap();
    }
    expect(await resultsOf(page)).toEqual(RESULTS);
    expect(await check.innerText()).not.toContain('児童手当');
    await check.locator('[data-what-if]').tap();
    await picture(page, 'disaster-5-what-if');
    await close();
  });
});
