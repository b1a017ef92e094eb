import { describe, expect, test, vi } from 'vitest';
import { Refused } from './desk.ts';
import { Files } from './files.ts';
import type { Asked, Reply } from './protocol.ts';
import type { Status } from './state.ts';

/** Answers everything a moment later with its own number and the errand's name; `slow` ones never do. */
class FakeWorker extends EventTarget {
  static started: FakeWorker[] = [];
  readonly number: number = FakeWorker.started.push(this);
  isOpen = true;
  readonly asked: string[] = [];
  static slow: ReadonlySet<string> = new Set();

  postMessage({ ticket, errand, question }: Asked): void {
    this.asked.push(errand);
    const name = errand === 'examine' ? (question as { readonly name: string }).name : '';
    if (FakeWorker.slow.has(name)) return;
    const data: Reply =
      name === 'bad'
        ? { type: 'refused', ticket, refusal: { kind: 'unexpected', detail: 'bad' } }
        : { type: 'answer', ticket, answer: `${errand} by ${this.number}` };
    setTimeout(() => {
      if (this.isOpen) this.dispatchEvent(new MessageEvent('message', { data }));
    }, 1);
  }
  terminate(): void {
    this.isOpen = false;
  }
}

function open(slow: readonly string[] = []): {
  files: Files;
  told: Map<number, Status>;
  running: () => number;
} {
  FakeWorker.started = [];
  FakeWorker.slow = new Set(slow);
  const told = new Map<number, Status>();
  const files = new Files(
    async () => new FakeWorker() as unknown as Worker,
    (id, status) => told.set(id, status),
  );
  const running = (): number => FakeWorker.started.filter(({ isOpen }) => isOpen).length;
  return { files, told, running };
}

const plain = { as: undefined, part: undefined, town: undefined };
const file = new Blob(['x']);

describe('the files of a person', () => {
  test('keep eight workers, and one that had to go comes back when it is asked', async () => {
    const { files, told, running } = open();
    const ids = Array.from({ length: 12 }, (_, at) => files.add(`${at}.csv`, file));
    await Promise.all(ids.map((id) => files.examine(id, plain)));
    expect([...told.values()].map(({ kind }) => kind)).toEqual(ids.map(() => 'done'));
    expect(running()).toBe(8);
    expect(await files.ask(ids[0] ?? 0, 'report', { language: 'ja' })).toBe('report by 13');
    expect(FakeWorker.started[12]?.asked).toEqual(['examine', 'report']);
    expect(running()).toBe(8);
  });

  test('examined anew stop what they were at, and keep one worker', async () => {
    const { files, told, running } = open();
    const id = files.add('a.csv', file);
    const first = files.examine(id, plain);
    const second = files.examine(id, { ...plain, as: 'aed' });
    await Promise.all([first, second]);
    expect(running()).toBe(1);
    expect(told.get(id)).toEqual({ kind: 'done', summary: expect.stringMatching(/^examine by/u) });
  });

  test('that are closed stop at once, whether waiting, starting or at work', async () => {
    const { files, told, running } = open(['slow']);
    const ids = ['slow', 'slow', 'waiting'].map((name) => files.add(name, file));
    const all = ids.map((id) => files.examine(id, plain));
    await vi.waitFor(() => expect(running()).toBe(2));
    for (const id of ids) files.remove(id);
    await Promise.all(all);
    expect(running()).toBe(0);
    expect([...told.values()].map(({ kind }) => kind)).toEqual(['working', 'working', 'waiting']);
    const late = files.add('late', file);
    const examined = files.examine(late, plain);
    files.remove(late);
    await examined;
    expect(running()).toBe(0);
    await expect(files.ask(late, 'report', { language: 'ja' })).rejects.toThrow(Refused);
  });

  test('that cannot be read say why and keep no worker', async () => {
    const { files, told, running } = open();
    const id = files.add('bad', file);
    await files.examine(id, plain);
    expect(told.get(id)).toEqual({
      kind: 'refused',
      refusal: { kind: 'unexpected', detail: 'bad' },
    });
    expect(running()).toBe(0);
  });
});
