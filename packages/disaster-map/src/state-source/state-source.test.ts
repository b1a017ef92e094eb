import { readTable } from '@yokoten/open-data';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ageOf, nextStale, openingNow } from './age.ts';
import { readTime } from './japanese-time.ts';
import { matchStates } from './match.ts';
import { pollSource } from './poll-source.ts';
import { readStates, type StateReading } from './read-states.ts';
import type { StateListener, StateSource } from './state-source.ts';
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
  return { tracker, changed, failed, say };
}
