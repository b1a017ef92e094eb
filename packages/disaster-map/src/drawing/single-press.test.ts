import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSinglePress } from './single-press.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const A = [139, 35] as const;
const B = [139.1, 35] as const;

test('a press that stays single is passed on, each by itself', () => {
  const pressed = vi.fn();
  const { press } = createSinglePress(pressed);
  press(A);
  expect(pressed).not.toHaveBeenCalled();
  vi.advanceTimersByTime(250);
  press(B);
  vi.advanceTimersByTime(250);
  expect(pressed.mock.calls).toEqual([[A], [B]]);
});

test('two presses, or three, in a moment are none', () => {
  const pressed = vi.fn();
  const { press } = createSinglePress(pressed);
  for (const at of [A, A, A]) {
    press(at);
    vi.advanceTimersByTime(200);
  }
  vi.advanceTimersByTime(1000);
  expect(pressed).not.toHaveBeenCalled();
});

test('a press is forgotten when the map moves before it is passed on', () => {
  const pressed = vi.fn();
  const { press, forget } = createSinglePress(pressed);
  press(A);
  forget();
  vi.advanceTimersByTime(1000);
  expect(pressed).not.toHaveBeenCalled();
});
