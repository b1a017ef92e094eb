import { Desk, type OnStep, Refused } from './desk.ts';
import type { Errands, Refusal, Summary } from './protocol.ts';
import { Queue } from './queue.ts';
import type { Status } from './state.ts';

type Settings = Omit<Errands['examine']['question'], 'file' | 'name'>;

interface Held {
  readonly name: string;
  readonly file: Blob;
  settings: Settings;
  desk: Desk | undefined;
  /** Counts the examinations: what an overtaken one says is not listened to. */
  round: number;
  isBusy: boolean;
  /** Over when all that was begun with this file is: its examinations come one after the other. */
  turn: Promise<unknown>;
}

/** A step that is on its way is shown half done, so that the bar never stands at nothing. */
const HALF_A_STEP = 0.1;
/** Two at once: one reads while the other computes, and a phone stays cool. */
const AT_ONCE = 2;
/** Workers that keep what they know; a folder of files would fill the memory otherwise. */
const MOST_KEPT = 8;

/** The files of a person, each with a worker of its own, so that one can be stopped without the others. */
export class Files {
  readonly #held = new Map<number, Held>();
  readonly #queue = new Queue(AT_ONCE);
  readonly #startWorker: () => Promise<Worker>;
  readonly #tell: (id: number, status: Status) => void;
  /** Those with a worker that is at rest, the one that was asked last at the end. */
  #kept: readonly Held[] = [];
  #ids = 0;

  /** @param tell hears how the examination of a file goes. */
  constructor(startWorker: () => Promise<Worker>, tell: (id: number, status: Status) => void) {
    this.#startWorker = startWorker;
    this.#tell = tell;
  }

  /** Takes a file in; its number is what it is called from now on. */
  add(name: string, file: Blob): number {
    this.#ids += 1;
    const settings = { as: undefined, part: undefined, town: undefined };
    const rest = { desk: undefined, round: 0, isBusy: false, turn: Promise.resolve() };
    this.#held.set(this.#ids, { name, file, settings, ...rest });
    return this.#ids;
  }

  /** Examines a file, anew where it was examined before. */
  async examine(id: number, settings: Settings): Promise<void> {
    const held = this.#held.get(id);
    if (held === undefined) return;
    held.settings = settings;
    held.round += 1;
    if (held.isBusy) this.#release(held);
    const { round } = held;
    const isCurrent = (): boolean => this.#held.get(id) === held && held.round === round;
    const tell = (status: Status): void => {
      if (isCurrent()) this.#tell(id, status);
    };
    tell({ kind: 'waiting' });
    await this.#inTurn(held, async () => {
      if (!isCurrent()) return;
      tell({ kind: 'working', step: 'read', done: HALF_A_STEP });
      try {
        const summary = await this.#examined(id, held, (step, done) =>
          tell({ kind: 'working', step, done: done + HALF_A_STEP }),
        );
        tell({ kind: 'done', summary });
      } catch (error) {
        const refusal = refusalIn(error);
        if (refusal !== undefined) tell({ kind: 'refused', refusal });
      }
    });
  }

  /**
   * Asks about a file that was examined; where its worker had to go meanwhile, it is examined again first.
   * @throws Refused where the file is not there (any more) or its worker cannot do it.
   */
  async ask<E extends Exclude<keyof Errands, 'examine'>>(
    id: number,
    errand: E,
    question: Errands[E]['question'],
  ): Promise<Errands[E]['answer']> {
    const held = this.#held.get(id);
    if (held === undefined) throw new Refused();
    if (held.desk === undefined) await this.#inTurn(held, () => this.#examined(id, held));
    if (held.desk === undefined) throw new Refused();
    this.#keep(held);
    return held.desk.ask(errand, question);
  }

  /** Forgets a file and stops whatever is done with it. */
  remove(id: number): void {
    const held = this.#held.get(id);
    this.#held.delete(id);
    if (held !== undefined) this.#release(held);
  }

  /** @throws Refused and releases the worker, which may be in any state then. */
  async #examined(id: number, held: Held, onStep?: OnStep): Promise<Summary> {
    const { file, name, settings } = held;
    held.isBusy = true;
    try {
      held.desk ??= new Desk(await this.#startWorker());
      // A file that was closed while its worker was on its way needs none.
      if (this.#held.get(id) !== held) throw new Refused();
      const summary = await held.desk.ask('examine', { file, name, ...settings }, onStep);
      this.#keep(held);
      return summary;
    } catch (error) {
      this.#release(held);
      throw error;
    } finally {
      held.isBusy = false;
    }
  }

  #inTurn<T>(held: Held, job: () => Promise<T>): Promise<T> {
    const outcome = held.turn.then(() => this.#queue.run(job));
    held.turn = outcome.catch(() => undefined);
    return outcome;
  }

  #keep(held: Held): void {
    this.#kept = [...this.#kept.filter((other) => other !== held), held];
    const [oldest] = this.#kept;
    if (oldest !== undefined && this.#kept.length > MOST_KEPT) this.#release(oldest);
  }

  #release(held: Held): void {
    held.desk?.close();
    held.desk = undefined;
    this.#kept = this.#kept.filter((other) => other !== held);
  }
}

/** None where the page itself ended the work. */
function refusalIn(error: unknown): Refusal | undefined {
  return error instanceof Refused ? error.refusal : { kind: 'unexpected', detail: String(error) };
}
