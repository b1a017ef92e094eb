import { closeBrowser, openPage } from '@yokoten-tools/tools/page';
import type { Page } from 'playwright';
import { type BenchOptions, figure, type Figure, median } from './figure.ts';
import { tableSite } from './open-data-app/table-site.ts';
import { collect, kilobytes, type Received } from './received.ts';

/** Until here an answer seems to come at once (RAIL); until here it is still called good (Interaction to Next Paint). */
const [SMOOTH, GOOD] = ['<= 100', '<= 200'];
/** What is typed letter by letter, so that the list follows each. */
const TYPED = ['公', '公民', '公民館', '公民館 3', '公民館 31', '公民館 31 北'];

/** The template for one data file, with as many records as still have a page each, and with ten times as many. */
export async function* bench({ quick }: BenchOptions): AsyncGenerator<Figure> {
  try {
    for (const count of quick ? [5000] : [5000, 50_000]) yield* withRecords(count);
  } finally {
    await closeBrowser();
  }
}

async function* withRecords(count: number): AsyncGenerator<Figure> {
  const what = `${count.toLocaleString('en')} records`;
  const target = count > 5000 ? GOOD : SMOOTH;
  const site = await tableSite(count);
  try {
    const list = await opened(site.url, '.cards', async (page) => responses(page));
    yield figure(
      `${what}: main-thread JS, list and map`,
      kilobytes(list.received, 'script'),
      'KB gz',
      '<= 80',
    );
    yield figure(`${what}: requests until list and map answer`, list.received.length, 'requests');
    yield figure(`${what}: data of the list`, dataOf(list.received), 'KB gz');
    yield figure(`${what}: first page's HTML`, htmlOf(list.received), 'KB gz');
    yield figure(`${what}: time until the list is there`, list.wall, 'ms');
    const { typed, ticked } = list.seen;
    yield figure(
      `${what}: a letter typed until the list follows, median`,
      median(typed),
      'ms',
      target,
    );
    yield figure(`${what}: the same, slowest of ${typed.length}`, Math.max(...typed), 'ms');
    yield figure(
      `${what}: a filter ticked until the list follows, median`,
      median(ticked),
      'ms',
      target,
    );
    const one = await opened(site.url + site.record, '#detail-title', () => Promise.resolve());
    yield figure(`${what}: data of a record opened by its address`, dataOf(one.received), 'KB gz');
    yield figure(`${what}: time until it is there`, one.wall, 'ms');
  } finally {
    await site.close();
  }
}

interface Opened<T> {
  readonly received: readonly Received[];
  /** Milliseconds from asking for the page until what was waited for is there. */
  readonly wall: number;
  readonly seen: T;
}

async function opened<T>(
  url: string,
  done: string,
  look: (page: Page) => Promise<T>,
): Promise<Opened<T>> {
  const { page, close } = await openPage('about:blank');
  try {
    const received = collect(page);
    const began = performance.now();
    await page.goto(url);
    await page.locator(done).first().waitFor();
    const wall = performance.now() - began;
    await page.locator('place-map .mark').first().waitFor();
    await page.waitForLoadState('networkidle');
    const first = await received();
    return { received: first, wall, seen: await look(page) };
  } finally {
    await close();
  }
}

function dataOf(received: readonly Received[]): number {
  const data = received.filter(({ url }) => url.endsWith('.json'));
  return data.reduce((sum, { size }) => sum + size, 0) / 1000;
}

function htmlOf(received: readonly Received[]): number {
  return (received.find(({ url }) => url.endsWith('/'))?.size ?? Number.NaN) / 1000;
}

/** Milliseconds from what a person does until the frame that shows the list after it. */
async function responses(page: Page): Promise<{ typed: number[]; ticked: number[] }> {
  await page.locator('.filters > summary').click();
  for (const summary of await page.locator('.facet > summary').all()) await summary.click();
  const times = await page.evaluate(
    async (queries) => {
      const input = document.querySelector<HTMLInputElement>('input[type=search]');
      if (input === null) throw new Error('There is no search.');
      const boxes = [...document.querySelectorAll<HTMLInputElement>('.option input')].slice(0, 6);
      const acts = [
        ...queries.map((query) => () => {
          input.value = query;
          input.dispatchEvent(new Event('input', { bubbles: true }));
        }),
        ...boxes.map((box) => () => box.click()),
      ];
      const measured: number[] = [];
      for (const act of acts) {
        // A person is slower than this, and the map follows a little later than the list.
        await new Promise((resolve) => setTimeout(resolve, 700));
        const began = performance.now();
        act();
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        measured.push(performance.now() - began);
      }
      return measured;
    },
    [...TYPED, ''],
  );
  return { typed: times.slice(0, TYPED.length + 1), ticked: times.slice(TYPED.length + 1) };
}
