import { readTable } from '@yokoten/open-data';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ageOf, nextStale, openingNow } from './age.ts';
import { readTime } from './japanese-time.ts';
import { matchStates } from './match.ts';
import { pollSource } from './poll-source.ts';
import { readStates, type StateReading } from './read-states.ts';
import type { StateListener, StateReport, StateSource } from './state-source.ts';
import { StateTracker, steadyClock } from './tracker.ts';

const SIX = Date.parse('2024-01-09T18:00:00+09:00');
const HOUR = 3_600_000;

test.each([
  ['人数_令和6年1月9日午後6時時点', '2024-01-09T18:00:00+09:00'],
  ['令和元年5月1日 午前0時30分', '2019-05-01T00:30:00+09:00'],
  ['R6.1.9 18:00', '2024-01-09T18:00:00+09:00'],
  ['R6.1.1 18:00', '2024-01-01T18:00:00+09:00'],
  ['令和 6 年 1 月 9 日 午後 6 時', '2024-01-09T18:00:00+09:00'],
  ['２０２４年１月９日１８時半', '2024-01-09T18:30:00+09:00'],
  ['2024/1/9 18:00', '2024-01-09T18:00:00+09:00'],
  ['2024-01-09T09:00:00Z', '2024-01-09T18:00:00+09:00'],
  ['2024-01-09T18:00:00.000+09:00', '2024-01-09T18:00:00+09:00'],
  ['令和6年1月9日午後12時', '2024-01-09T12:00:00+09:00'],
])('%s is %s', (text, iso) => {
  expect(readTime(text)).toBe(Date.parse(iso));
});

test.each([
  '',
  '人数',
  '令和6年1月9日',
  '令和6年2月30日午後6時',
  '2024-13-01 10:00',
  '2024/1/9 25:00',
])('%j is no time', (text) => expect(readTime(text)).toBeUndefined());

test('never open past its time, nor at a time that is yet to come', () => {
  const open = { value: 'open', at: SIX } as const;
  expect(openingNow(open, SIX + HOUR - 1, HOUR)).toBe('open');
  expect(openingNow(open, SIX + HOUR, HOUR)).toBeUndefined();
  expect(openingNow(open, SIX - HOUR, HOUR)).toBeUndefined();
  expect(openingNow({ value: 'open', at: undefined }, SIX, HOUR)).toBeUndefined();
  expect(ageOf(open, SIX - 30_000, HOUR)).toEqual({ state: 'fresh', milliseconds: 0 });
  expect(ageOf(open, Number.NaN, HOUR)).toEqual({ state: 'unknown' });
  expect(nextStale([open, { value: 3, at: SIX - 1000 }], SIX, HOUR)).toBe(HOUR - 1000);
});

test('what the source says ends is not so from then on, however new it is', () => {
  const open = { value: 'open', at: SIX, until: SIX + 1000 } as const;
  expect(openingNow(open, SIX + 999, HOUR)).toBe('open');
  expect(openingNow(open, SIX + 1000, HOUR)).toBeUndefined();
  expect(nextStale([open], SIX, HOUR)).toBe(1000);
  const [state] = statesOf('名称,開設,時点,有効期限\nA,開設,2024-01-09 18:00,2024-01-09 19:00\n');
  expect(state?.opening).toEqual({ value: 'open', at: SIX, until: SIX + HOUR });
});

function statesOf(csv: string, reading?: StateReading) {
  return readStates(readTable(new TextEncoder().encode(csv), { file: 'x.csv' }), reading);
}

test('rows are read by their columns; what is no number or no known word says nothing', () => {
  const csv = [
    'ID,名称,開設状況,混雑状況,避難者数,収容人数,更新日時',
    'a,第一小学校,開設,やや混雑,"1,200人",屋内480人,2024-01-09 18:00',
    'b,第二小学校,検討中,,多数,300,',
    ',,開設,,,,',
    'c,第三小学校,閉鎖,,0,,2024-01-09 18:00',
  ].join('\n');
  expect(statesOf(csv)).toEqual([
    {
      id: 'a',
      name: '第一小学校',
      opening: { value: 'open', at: SIX },
      crowding: { value: 'やや混雑', at: SIX },
      people: { value: 1200, at: SIX },
    },
    { id: 'b', name: '第二小学校', capacity: { value: 300, at: undefined } },
    {
      id: 'c',
      name: '第三小学校',
      opening: { value: 'closed', at: SIX },
      people: { value: 0, at: SIX },
    },
  ]);
});

test('a list of what is open opens its rows, at the time its header says', () => {
  expect(statesOf('名称,人数_令和6年1月9日午後6時時点\n公民館,5\n', { listsOpen: true })).toEqual([
    {
      name: '公民館',
      opening: { value: 'open', at: SIX },
      people: { value: 5, at: SIX },
    },
  ]);
});

test('states go to the place of the same id or name; what fits several fits none', () => {
  const places = [
    { id: '131016-a', name: '第一小学校' },
    { id: 'x', name: '公民館' },
    { id: 'y', name: '公民館' },
  ];
  const of = (state: object) => matchStates([state], places);
  expect([...of({ id: 'a' }).states.keys()]).toEqual(['131016-a']);
  expect([...of({ name: '第一 小学校' }).states.keys()]).toEqual(['131016-a']);
  expect(of({ name: '公民館' })).toMatchObject({ states: new Map(), ambiguous: [{}] });
  expect(of({ name: '第一' })).toMatchObject({ states: new Map(), unmatched: [{}] });
});

describe('in time', () => {
  beforeEach(() => void vi.useFakeTimers({ now: SIX }));
  afterEach(() => void vi.useRealTimers());

  test('what becomes stale is said to be within a second', () => {
    const { tracker, changed, say } = track();
    say(SIX);
    expect(tracker.stateOf('a')?.opening).toBe('open');
    vi.advanceTimersByTime(HOUR - 1);
    expect(changed).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1000);
    expect(changed).toHaveBeenCalledTimes(2);
    expect(tracker.stateOf('a')).toMatchObject({
      opening: undefined,
      seen: [{ key: 'opening', age: { state: 'stale' } }],
    });
    tracker.stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('setting the clock back makes nothing fresh again, setting it ahead makes it stale', () => {
    const { tracker, say } = track();
    say(SIX);
    vi.setSystemTime(SIX + 2 * HOUR);
    expect(tracker.stateOf('a')?.opening).toBeUndefined();
    vi.setSystemTime(SIX);
    expect(tracker.stateOf('a')?.opening).toBeUndefined();
    tracker.stop();
  });

  test('a part adds to what was said, and what was seen earlier never replaces what was seen later', () => {
    const { tracker, report } = track();
    report({ states: [{ id: 'a', opening: { value: 'open', at: SIX } }] });
    const crowding = { value: '空き', at: SIX } as const;
    report({ isPart: true, states: [{ id: 'a', crowding }] });
    report({ isPart: true, states: [{ id: 'a', opening: { value: 'closed', at: SIX - 1 } }] });
    report({ isPart: true, states: [{ id: 'b', crowding }] });
    expect(tracker.stateOf('a')).toMatchObject({
      opening: 'open',
      seen: [{}, { key: 'crowding' }],
    });
    expect(tracker.openings()).toEqual(new Map([['a', 'open']]));
    expect(tracker.unplaced).toMatchObject([{ id: 'b' }]);
    report({ states: [{ id: 'b', crowding }] });
    expect(tracker.stateOf('a')).toBeUndefined();
    tracker.stop();
  });

  test('a device whose clock is ahead is told from one that is right', () => {
    const { tracker, say } = track();
    say(SIX, SIX - 5 * 60_000);
    expect(tracker.isClockAhead).toBe(false);
    say(SIX, SIX - 11 * 60_000);
    expect(tracker.isClockAhead).toBe(true);
    tracker.stop();
  });

  test.each([
    [{ date: 'Tue, 09 Jan 2024 09:00:00 GMT' }, SIX],
    [{ date: 'Tue, 09 Jan 2024 09:00:00 GMT', age: '90' }, SIX + 90_000],
    [{ date: 'x', age: '90' }, undefined],
  ])('an answer with %j was served at %s', async (headers, servedAt) => {
    const fetched = (): Promise<Response> =>
      Promise.resolve(new Response('名称,開設\nA,開設\n', { headers }));
    const report = vi.fn();
    const leave = pollSource('./x.csv', { fetch: fetched }).subscribe({ report, failed: report });
    await vi.waitFor(() => expect(report).toHaveBeenCalled());
    leave();
    expect(report.mock.calls[0]?.[0].servedAt).toBe(servedAt);
  });

  test('an answer without end is broken off', async () => {
    const million = new Uint8Array(2 ** 20);
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(million);
      },
    });
    const failed = vi.fn();
    const fetched = (): Promise<Response> => Promise.resolve(new Response(endless));
    const leave = pollSource('./x.csv', { fetch: fetched }).subscribe({ report: failed, failed });
    await vi.waitFor(() => expect(failed).toHaveBeenCalled());
    leave();
    expect(failed.mock.calls[0]?.[0].message).toContain('bytes');
    expect(sent).toBeLessThan(20);
  });

  test('a device whose clock is behind learns the time from the server', () => {
    const { tracker, say, failed } = track();
    say(SIX, SIX + 2 * HOUR);
    expect(tracker.stateOf('a')?.opening).toBeUndefined();
    say(SIX, SIX + 3 * HOUR);
    expect(failed).toHaveBeenCalledOnce();
    expect(failed.mock.calls[0]?.[0]).toMatchObject({
      code: 'disaster-map/clock-behind',
      message: expect.stringContaining('120 min behind'),
    });
    tracker.stop();
  });

  test('an old time of a cache does not turn the clock back', () => {
    const { tracker, say } = track();
    say(SIX - 2 * HOUR, SIX - 2 * HOUR);
    expect(tracker.stateOf('a')?.opening).toBeUndefined();
    tracker.stop();
  });

  test('a clock that goes on while the wall clock stands still', () => {
    let ticks = 0;
    const clock = steadyClock({ now: () => SIX }, { now: () => ticks });
    ticks = 5000;
    expect(clock.now()).toBe(SIX + 5000);
  });

  test('a source is asked again, more slowly after failures, and what was known stays', async () => {
    const answers = ['名称,開設状況,時点\nA,開設,2024-01-09 18:00\n', undefined, undefined];
    const fetched = vi.fn(() => {
      const body = answers.shift();
      return Promise.resolve(new Response(body ?? '<html>', { status: body ? 200 : 500 }));
    });
    const failed = vi.fn();
    const settings = {
      staleAfter: HOUR,
      places: [{ id: 'a', name: 'A' }],
      changed: vi.fn(),
      failed,
    };
    const source = pollSource('https://example.com/x.csv', { every: 1000, fetch: fetched });
    const tracker = new StateTracker(source, settings);
    await vi.waitFor(() => expect(settings.changed).toHaveBeenCalledTimes(1));
    await vi.advanceTimersByTimeAsync(1000);
    expect(fetched).toHaveBeenCalledTimes(2);
    expect(failed.mock.calls[0]?.[0]).toMatchObject({ code: 'disaster-map/state-unreadable' });
    await vi.advanceTimersByTimeAsync(1500);
    expect(fetched).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(600);
    expect(fetched).toHaveBeenCalledTimes(3);
    expect(tracker.stateOf('a')?.opening).toBe('open');
    tracker.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fetched).toHaveBeenCalledTimes(3);
  });
});

function track(staleAfter = HOUR) {
  let listener: StateListener | undefined;
  const source: StateSource = {
    subscribe: (given) => {
      listener = given;
      return () => undefined;
    },
  };
  const changed = vi.fn();
  const failed = vi.fn();
  const places = [{ id: 'a', name: 'A' }];
  const tracker = new StateTracker(source, { staleAfter, places, changed, failed });
  const say = (at: number, servedAt?: number): void =>
    listener?.report({
      states: [{ id: 'a', opening: { value: 'open', at } }],
      ...(servedAt !== undefined && { servedAt }),
    });
  const report = (one: StateReport): void => listener?.report(one);
  return { tracker, changed, failed, say, report };
}
