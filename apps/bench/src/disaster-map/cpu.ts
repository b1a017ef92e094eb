import type { CDPSession, Page } from 'playwright';

/** CPU time taken so far, in milliseconds. */
export interface Cpu {
  /** Of the page's main thread alone. */
  readonly main: number;
  /** Of all threads of all processes of the browser: workers, painting and software GL are in it. */
  readonly all: number;
}

/** Reads what a page's browser has taken, as the browser itself counts it: CPU time, not time that passed. */
export async function cpuMeter(page: Page): Promise<() => Promise<Cpu>> {
  const own = await page.context().newCDPSession(page);
  const whole = await page.context().browser()?.newBrowserCDPSession();
  if (whole === undefined) throw new Error('The browser is gone.');
  await own.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => ({ main: await mainOf(own), all: await allOf(whole) });
}

async function mainOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const found = metrics.find(({ name }) => name === 'ThreadTime');
  if (found === undefined) throw new Error('The browser does not count ThreadTime.');
  return found.value * 1000;
}

async function allOf(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0) * 1000;
}
