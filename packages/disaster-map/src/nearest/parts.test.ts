import { expect, test } from 'vitest';
import { currentOrigin, type Positions } from './geolocation.ts';
import { handOver } from './hand-over.ts';
import { readAnswer } from './needs.ts';
import { roundDistance, walkingMinutes } from './walk.ts';

test('80 metres are a minute, a begun minute counts', () => {
  expect([0, 1, 80, 81, 800, 801].map(walkingMinutes)).toEqual([1, 1, 1, 2, 10, 11]);
});

test('a distance is rounded to what a person can use', () => {
  expect(roundDistance(324)).toEqual({ unit: 'm', value: 320 });
  expect(roundDistance(994)).toEqual({ unit: 'm', value: 990 });
  expect(roundDistance(996)).toEqual({ unit: 'km', value: 1 });
  expect(roundDistance(1260)).toEqual({ unit: 'km', value: 1.3 });
  expect(roundDistance(123_456)).toEqual({ unit: 'km', value: 123 });
});

test('only a whole word is an answer', () => {
  expect(['○', '１', '可', '有り'].map(readAnswer)).toEqual(['yes', 'yes', 'yes', 'yes']);
  expect(['×', '0', '不可', 'なし'].map(readAnswer)).toEqual(['no', 'no', 'no', 'no']);
  expect(['', undefined, '-', '要相談', '可（屋外のみ）'].map(readAnswer)).toEqual(
    Array.from({ length: 5 }, () => 'unknown'),
  );
});

test('the hand-over holds the place and nothing else', () => {
  const { app, web } = handOver([141.05, 32.52]);
  expect(app).toBe('geo:32.520000,141.050000?q=32.520000,141.050000');
  expect(Object.fromEntries(new URL(web).searchParams)).toEqual({
    api: '1',
    destination: '32.520000,141.050000',
    travelmode: 'walking',
  });
});

test('a position is an origin with its accuracy', async () => {
  const positions = answering((done) => done({ longitude: 141, latitude: 32, accuracy: 30 }));
  expect(await currentOrigin(positions)).toEqual({ at: [141, 32], by: 'position', accuracy: 30 });
});

test.each([
  [1, 'disaster-map/position-refused'],
  [2, 'disaster-map/position-unavailable'],
  [3, 'disaster-map/position-timeout'],
  [99, 'disaster-map/position-unavailable'],
])('fault %i of the browser is %s', async (code, expected) => {
  const positions = answering((_, fail) => fail(code));
  await expect(currentOrigin(positions)).rejects.toMatchObject({ code: expected });
});

test('a browser without positions, or with one that is no number, says so', async () => {
  const code = 'disaster-map/position-unavailable';
  await expect(currentOrigin(undefined)).rejects.toMatchObject({ code });
  const positions = answering((done) =>
    done({ longitude: Number.NaN, latitude: 32, accuracy: 30 }),
  );
  await expect(currentOrigin(positions)).rejects.toMatchObject({ code });
});

interface Coordinates {
  readonly longitude: number;
  readonly latitude: number;
  readonly accuracy: number;
}

function answering(
  answer: (done: (coords: Coordinates) => void, fail: (code: number) => void) => void,
): Positions {
  return {
    getCurrentPosition: (done, fail) =>
      answer(
        (coords) => done({ coords, timestamp: 0 } as GeolocationPosition),
        (code) => fail?.({ code } as GeolocationPositionError),
      ),
  };
}
