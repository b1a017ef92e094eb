import { expect, test, vi } from 'vitest';
import { Shelf } from './late.ts';

test('has a thing made once per owner and key, and tells when it came', async () => {
  const arrived = vi.fn<() => void>();
  const shelf = new Shelf(arrived);
  const make = vi.fn<() => Promise<string>>(async () => 'made');
  const owner = {};
  expect(shelf.look(owner, 'a', make)).toEqual({ kind: 'pending' });
  expect(shelf.look(owner, 'a', make)).toEqual({ kind: 'pending' });
  await vi.waitFor(() => expect(arrived).toHaveBeenCalledOnce());
  expect(shelf.look(owner, 'a', make)).toEqual({ kind: 'here', value: 'made' });
  expect(make).toHaveBeenCalledOnce();
  shelf.look(owner, 'b', make);
  shelf.look({}, 'a', make);
  expect(make).toHaveBeenCalledTimes(3);
});

test('says so where it could not be made, and does not try for ever', async () => {
  const arrived = vi.fn<() => void>();
  const shelf = new Shelf(arrived);
  const make = vi.fn<() => Promise<string>>(async () => {
    throw new Error('no');
  });
  const owner = {};
  shelf.look(owner, 'a', make);
  await vi.waitFor(() => expect(arrived).toHaveBeenCalledOnce());
  expect(shelf.look(owner, 'a', make)).toEqual({ kind: 'failed' });
  expect(make).toHaveBeenCalledOnce();
});
