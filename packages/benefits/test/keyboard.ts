import type { Page } from 'playwright';

/** Presses Tab until something that matches has the focus; a name or type of it. */
export async function tabTo(page: Page, selector: string): Promise<string> {
  for (let count = 0; count < 120; count += 1) {
    const found = await page.evaluate((wanted) => {
      const active = document.activeElement?.shadowRoot?.activeElement;
      if (!active?.matches(wanted)) return undefined;
      const input = active as HTMLInputElement;
      return input.name === 'year' ? 'year' : (input.type ?? 'button');
    }, selector);
    if (found !== undefined) return found;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the focus never reaches ${selector}`);
}

/** The name of the screen that is shown. */
export function screenOf(page: Page): Promise<string | null> {
  return page.locator('benefit-navigator [data-screen]').getAttribute('data-screen');
}

/** What has the focus, by its id. */
export function focusedId(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.id);
}
