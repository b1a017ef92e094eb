import { readFile } from 'node:fs/promises';
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eachOf } from '../../../apps/tools/src/tier.ts';
import {
  canOpenPages,
  closeBrowser,
  desktop,
  openPage,
  phone,
} from '../../../apps/tools/src/page.ts';
import { focusedId, screenOf, tabTo } from './keyboard.ts';
import { answerAll, type TemplateSite, templateSite } from './template-site.ts';

const FAMILY = { children: ['2016-04-01'], numbers: '2000000', choice: 0 };

describe.skipIf(!canOpenPages)('the whole flow', () => {
  let site: TemplateSite;
  beforeAll(async () => {
    site = await templateSite();
  });
  afterAll(async () => {
    await closeBrowser();
    await site.close();
  });

  test('by keyboard alone: answers, a reason, a slider, a link', async () => {
    const { page, complaints, close } = await openPage(site.url, phone);
    await page.locator('benefit-navigator [data-begin]').waitFor();
    await tabTo(page, '[data-begin]');
    await page.keyboard.press('Enter');
    await tabTo(page, '[data-add=child]');
    await page.keyboard.press('Space');
    await tabTo(page, '[data-next]');
    await page.keyboard.press('Enter');
    for (let asked = 0; (await screenOf(page)) === 'ask'; asked += 1) {
      expect(asked).toBeLessThan(40);
      // Whoever hears the page is at the question that is asked now.
      expect(await focusedId(page)).toBe('title');
      await page.keyboard.press('Tab');
      const field = await tabTo(page, '[name=year], [name=value], [name=ticked], [name=alone]');
      if (field === 'year') {
        for (const part of ['1990', '4', '1']) {
          await page.keyboard.type(part);
          await page.keyboard.press('Tab');
        }
        await tabTo(page, '[data-next]');
      } else if (field === 'text') await page.keyboard.type('2000000');
      else await page.keyboard.press('Space');
      if (field === 'checkbox') await tabTo(page, '[data-next]');
      await page.keyboard.press('Enter');
      await page.waitForTimeout(20);
    }
    await tabTo(page, '[data-details]');
    await page.keyboard.press('Enter');
    await tabTo(page, '.whole > summary');
    await page.keyboard.press('Enter');
    expect(await page.locator('benefit-navigator .whole').getAttribute('open')).toBe('');
    await tabTo(page, '[data-to-results]');
    await page.keyboard.press('Enter');
    await tabTo(page, '[data-what-if]');
    await page.keyboard.press('Enter');
    const slider = page.locator('benefit-navigator #slider');
    if ((await slider.count()) > 0) {
      const before = await page.locator('benefit-navigator output').innerText();
      await tabTo(page, '#slider');
      await page.keyboard.press('ArrowRight');
      expect(await page.locator('benefit-navigator output').innerText()).not.toBe(before);
    }
    await tabTo(page, '[data-to-results]');
    await page.keyboard.press('Enter');
    await tabTo(page, '[data-save]');
    await page.keyboard.press('Enter');
    await tabTo(page, '[data-make]');
    await page.keyboard.press('Enter');
    await page.locator('benefit-navigator #link').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test('by touch, on a phone that has lost its connection', async () => {
    const { page, close } = await openPage(site.url, phone);
    await page.waitForLoadState('networkidle');
    await page.context().setOffline(true);
    await answerAll(page, FAMILY, (locator) => locator.tap());
    expect(await screenOf(page)).toBe('results');
    const small = await page.evaluate(() => {
      const root = document.querySelector('benefit-navigator')?.shadowRoot;
      return [...(root?.querySelectorAll<HTMLElement>('button, select, summary, .choice') ?? [])]
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.5)
        .map((one) => one.outerHTML.slice(0, 80));
    });
    expect(small).toEqual([]);
    await close();
  });

  eachOf([
    ['320 pixels', { viewport: { width: 320, height: 640 } }, ''],
    ['twice the text', { viewport: { width: 640, height: 800 } }, ':root{font-size:200%}'],
    ['forced colours', { ...phone, forcedColors: 'active' as const }, ''],
    ['a desk', desktop, ''],
  ])('with %s: nothing is cut off, axe finds nothing', async (_, view, css) => {
    const { page, close } = await openPage(site.url, { ...view, bypassCSP: true });
    if (css !== '') await page.addStyleTag({ content: css });
    await page.locator('benefit-navigator [data-begin]').waitFor();
    const look = async (): Promise<void> => {
      const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(width).toBeLessThanOrEqual(0);
      await page.evaluate(axe.source);
      const found = await page.evaluate(async () => {
        const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
        return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
      });
      expect(found).toEqual([]);
    };
    await look();
    await answerAll(page, FAMILY);
    await look();
    await page.locator('benefit-navigator [data-details]').first().click();
    await page.locator('benefit-navigator .whole > summary').click();
    await look();
    await close();
  });

  test(
    'has names in the accessibility tree for everything a screen reader meets',
    { tags: ['ci'] },
    async () => {
      const { page, close } = await openPage(site.url, phone);
      const check = page.locator('benefit-navigator');
      await check.locator('[data-begin]').waitFor();
      const start = await check.ariaSnapshot();
      expect(start).toContain('- main:');
      expect(start).toMatch(/heading "見本市の子育て支援" \[level=1\]/);
      expect(start).toContain('combobox "言葉"');
      expect(start).toContain('button "質問を始める"');
      await check.locator('[data-begin]').click();
      await check.locator('[data-add=child]').click();
      expect(await check.ariaSnapshot()).toContain('button "子どもを外す"');
      expect(await check.locator('[role=status]').last().innerText()).toBe('子どもを加えました。');
      await check.locator('[data-next]').click();
      const birth = await check.ariaSnapshot();
      expect(birth).toContain('group "あなたの生年月日はいつですか"');
      for (const name of ['年', '月', '日']) expect(birth).toContain(`textbox "${name}"`);
      expect(birth).toContain('button "わからない"');
      expect(birth).toContain('complementary "あなたの答え"');
      await close();
      const all = await openPage(site.url, phone);
      await answerAll(all.page, FAMILY);
      const results = await all.page.locator('benefit-navigator').ariaSnapshot();
      expect(results).toContain('heading "結果" [level=2]');
      expect(results).toContain('button "児童手当を詳しく見る"');
      expect(results).toMatch(/button "「.*」を直す"/);
      expect(results).not.toMatch(/- (button|textbox|checkbox|radio|combobox)(:| \[|$)/m);
      await all.close();
    },
  );

  test('makes a calendar file of deadlines on the device', { tags: ['ci'] }, async () => {
    const { page, close } = await openPage(site.url, { ...phone, acceptDownloads: true });
    const check = page.locator('benefit-navigator');
    await answerAll(page, FAMILY);
    const names = await check
      .locator('[data-details]')
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['details'] ?? ''));
    const texts: string[] = [];
    for (const name of names) {
      await check.locator(`[data-details="${name}"]`).click();
      const button = check.locator('[data-calendar]');
      if ((await button.count()) > 0) {
        const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
        expect(download.suggestedFilename()).toBe(`${name}.ics`);
        texts.push(await readFile(await download.path(), 'utf8'));
      }
      await check.locator('[data-to-results]').click();
    }
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) {
      expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[^]*BEGIN:VEVENT\r\n[^]*END:VCALENDAR\r\n$/);
      expect(text).toContain('BEGIN:VALARM');
    }
    await close();
  });

  test('says it is a sample on every screen, on paper too', { tags: ['ci'] }, async () => {
    const { page, close } = await openPage(site.url, desktop);
    const check = page.locator('benefit-navigator');
    await answerAll(page, FAMILY);
    for (const way of ['[data-what-if]', '[data-to-results]', '[data-save]', '[data-about]']) {
      await check.locator(way).click();
      expect(await check.locator('.sample').first().innerText()).toContain('見本');
    }
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    expect(await check.locator('.printed .sample').innerText()).toContain('見本');
    expect(await check.locator('.printed').innerText()).toContain('児童手当法');
    expect(await check.locator('.columns').isVisible()).toBe(false);
    await close();
  });
});
