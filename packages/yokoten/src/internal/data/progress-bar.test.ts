import { expect, test } from 'vitest';
import { progressBar } from './progress-bar.ts';

class Watched {
  text = '';
  #clock = 0;
  readonly draw: ReturnType<typeof progressBar>;

  constructor(isTTY: boolean) {
    const write = (text: string): void => {
      this.text += text;
    };
    this.draw = progressBar({ isTTY, columns: 60, write }, () => this.#clock);
  }

  wait(ms: number): void {
    this.#clock += ms;
  }
}

test('quick work shows nothing', () => {
  const bar = new Watched(true);
  bar.draw?.(0.2, 'a.csv');
  bar.draw?.(1);
  expect(bar.text).toBe('');
});

test('long work shows how far it is, and leaves nothing behind', () => {
  const bar = new Watched(true);
  bar.draw?.(0);
  bar.wait(1000);
  bar.draw?.(0.5, 'a.csv');
  expect(bar.text).toContain(' 50 % a.csv');
  bar.draw?.(1);
  expect(bar.text.endsWith('\r\u001b[K')).toBe(true);
});

test('no bar where nobody watches', () => {
  expect(new Watched(false).draw).toBeUndefined();
});
