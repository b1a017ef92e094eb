import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { canOpenPages, closeBrowser } from '../../../apps/tools/src/page.ts';
import { buildMap } from '../src/build.ts';
import type { MapDocument } from '../src/document.ts';
import { dataFile } from './golden-apps.ts';
import { openReplayed, type ReplayedPage } from './replayed-page.ts';

const folder = fileURLToPath(
  new URL('../../../../shared/data/shelters/nanao-open-shelters/', import.meta.url),
);
const MINUTE = 60_000;
const HALF_A_DAY = 12 * 60 * MINUTE;

/** A list of what was open at one time. */
interface Snapshot {
  readonly at: number;
  readonly csv: string;
}

async function townWith(
  csv: string,
  bbox: readonly [number, number, number, number],
  state: object = { url: './open.csv', listsOpen: true },
): Promise<MapDocument> {
  const credit = { source: '町' };
  const { document, configProblems } = await buildMap({
    config: {
      credit,
      background: 'none',
      state: { staleAfterMinutes: HALF_A_DAY / MINUTE, credit, ...state },
    },
    municipality: { name: { ja: '町' }, bbox, centroid: [bbox[0], bbox[1]] },
    files: [dataFile('避難所.csv', csv)],
  });
  expect(configProblems).toEqual([]);
  return document;
}

/** Waits until `look` does not throw, at most `milliseconds` by the clock of this machine. */
async function within(milliseconds: number, look: () => Promise<void>): Promise<void> {
  const end = Date.now() + milliseconds;
  for (;;) {
    try {
      await look();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Replays lists of open shelters: each is shown with its age, and none is called open when the list has grown old. */
async function replay(document: MapDocument, snapshots: readonly Snapshot[]): Promise<void> {
  const names = new Set(document.layers.flatMap(({ places }) => places.map((place) => place[3])));
  const [first] = snapshots;
  if (first === undefined) throw new Error('there is nothing to replay');
  const opened = await openReplayed(document, first.at + 3 * MINUTE, first.csv);
  const { page } = opened;
  try {
    const more = page.locator('[data-more]');
    await page.locator('[data-place]').first().waitFor();
    while (await more.isVisible()) await more.click();
    let now = first.at + 3 * MINUTE;
    for (const { at, csv } of snapshots) {
      opened.answer(csv);
      if (at > now) {
        await opened.settled();
        await page.clock.fastForward(at + 3 * MINUTE - now);
        now = at + 3 * MINUTE;
      }
      const rows = csv
        .replace(/^\ufeff/, '')
        .trim()
        .split(/\r?\n/);
      const column = rows[0]?.split(',').indexOf('名称') ?? -1;
      const listed = rows.slice(1).map((row) => row.split(',')[column] ?? '');
      const wanted = listed.filter((name) => names.has(name)).toSorted();
      await within(5000, async () => {
        const openings = await opened.openings();
        const open = [...openings].flatMap(([name, word]) => (word === '開設中' ? [name] : []));
        expect(open.toSorted()).toEqual(wanted);
        expect(openings.size).toBe(wanted.length);
      });
      const ages = await page.locator('.place-now .ago').allTextContents();
      expect(new Set(ages.map((age) => age.trim()))).toEqual(new Set(['3分前']));
      const unplaced = listed.length - wanted.length;
      const said = await page.locator('.now').innerText();
      expect(said).toContain(`開設中 ${wanted.length}か所`);
      const others = await page.locator('.unplaced').allInnerTexts();
      expect(others.join()).toContain(unplaced > 0 ? `一覧にない場所の情報（${unplaced}件）` : '');
      await expectOldInTime(opened, wanted.length);
      now += HALF_A_DAY - 3 * MINUTE;
    }
    expect(opened.complaints).toEqual([]);
    expect(opened.foreign).toEqual([]);
  } finally {
    await opened.close();
  }
}

/** Half a day after the list was made, the word is gone within a second. */
async function expectOldInTime(opened: ReplayedPage, count: number): Promise<void> {
  await opened.settled();
  await opened.page.clock.fastForward(HALF_A_DAY - 3 * MINUTE);
  await within(1000, async () => {
    const words = [...(await opened.openings()).values()];
    expect(words).toEqual(Array.from({ length: count }, () => '開設は不明'));
  });
  expect(await opened.page.locator('.now').innerText()).toContain('開設中の情報はありません');
}

const SHELTERS = `名称,緯度,経度
第一小学校,32.55,141.08
第二小学校,32.5,141.02
公民館,32.52,141.05
`;
const SIX = Date.parse('2026-09-01T18:00:00+09:00');
const MIHON = [141, 32.48, 141.16, 32.6] as const;

afterAll(closeBrowser);

describe.runIf(canOpenPages)('a page that asks what is open', () => {
  test('lists of a town, one after the other', { timeout: 60_000 }, async () => {
    await replay(await townWith(SHELTERS, MIHON), [
      { at: SIX, csv: '名称,人数_令和8年9月1日午後6時時点\n第一小学校,180\n集会所,3\n' },
      {
        at: SIX + 24 * 60 * MINUTE,
        csv: '名称,人数,時点\n公民館,41,令和8年9月2日午後6時\n第一小学校,90,令和8年9月2日午後6時\n',
      },
    ]);
  });

  test.runIf(existsSync(folder))(
    'six lists that a city published after an earthquake',
    { tags: ['ci'], timeout: 120_000 },
    async () => {
      const read = (file: string): string => readFileSync(folder + file, 'utf8');
      const snapshots = readdirSync(folder).flatMap((file): Snapshot[] => {
        const [, day, hour, minute] = /_(\d{4}-\d\d-\d\d)-(\d\d)(\d\d)\.csv$/.exec(file) ?? [];
        const at = Date.parse(`${day}T${hour}:${minute}:00+09:00`);
        return day === undefined ? [] : [{ at, csv: read(file) }];
      });
      expect(snapshots).toHaveLength(6);
      const bbox = [136.7, 36.9, 137.1, 37.2] as const;
      await replay(await townWith(read('reference_data.csv'), bbox), snapshots);
    },
  );

  test.skipIf(existsSync(folder))('lists of a city: not on this machine', () => {
    expect(existsSync(folder)).toBe(false);
  });

  test(
    'a server that fails, and a device whose clock is set back',
    { timeout: 60_000 },
    async () => {
      const csv = '名称,開設状況,時点\n公民館,開設,2026-09-01 18:00\n';
      const opened = await openReplayed(await townWith(SHELTERS, MIHON), SIX + MINUTE, csv);
      const { page } = opened;
      try {
        const words = async (): Promise<string[]> => [...(await opened.openings()).values()];
        await within(5000, async () => expect(await words()).toEqual(['開設中']));
        await opened.settled();
        opened.answer(undefined);
        await page.clock.fastForward(2 * MINUTE);
        await within(5000, async () =>
          expect(await page.locator('.now').innerText()).toContain('新しい状況を読み込めません。'),
        );
        expect(await words()).toEqual(['開設中']);
        expect((await page.locator('.place-now .ago').innerText()).trim()).toBe('3分前');
        await page.clock.fastForward(HALF_A_DAY);
        await within(1000, async () => expect(await words()).toEqual(['開設は不明']));
        await page.clock.setSystemTime(SIX + MINUTE);
        await page.clock.runFor(1000);
        expect(await words()).toEqual(['開設は不明']);
      } finally {
        await opened.close();
      }
    },
  );

  test(
    'a stream says what changed, under the policy of the page',
    { timeout: 60_000 },
    async () => {
      const state = { url: './events', kind: 'stream', listsOpen: false };
      const opened = await openReplayed(
        await townWith(SHELTERS, MIHON, state),
        undefined,
        undefined,
      );
      try {
        const at = new Date().toISOString();
        await opened.page.locator('.now').waitFor();
        const say = (name: string, opening: string): void =>
          opened.send([{ name, opening, observedAt: at }]);
        await within(5000, async () => {
          say('公民館', 'open');
          expect(await opened.openings()).toEqual(new Map([['公民館', '開設中']]));
        });
        say('第一小学校', 'full');
        const both = new Map([
          ['第一小学校', '満員'],
          ['公民館', '開設中'],
        ]);
        await within(5000, async () => expect(await opened.openings()).toEqual(both));
        opened.send('no table');
        await within(5000, async () =>
          expect(await opened.page.locator('.now').innerText()).toContain('state-unreadable'),
        );
        expect(await opened.openings()).toEqual(both);
        expect(opened.asked).toBe(0);
        expect(opened.complaints.filter((text) => !text.includes('state-unreadable'))).toEqual([]);
      } finally {
        await opened.close();
      }
    },
  );
});
