import type { ExamineStep } from '@yokoten/open-data/report';
import type { Asked, Errands, Refusal, Reply } from './protocol.ts';

/** A worker refused an errand, or was closed while it was at it. */
export class Refused extends Error {
  override readonly name = 'Refused';
  /** Absent where the page itself closed the worker. */
  readonly refusal: Refusal | undefined;

  constructor(refusal?: Refusal) {
    super(refusal?.kind ?? 'closed');
    this.refusal = refusal;
  }
}

/** How far an examination is: the step it is at, and the share of steps that are done, 0 to 1. */
export type OnStep = (step: ExamineStep, done: number) => void;

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (reason: Refused) => void;
  readonly onStep: OnStep | undefined;
}

/** One worker with one file on it. Closing ends it at once, whatever it is doing. */
export class Desk {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #tickets = 0;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => this.#hear(data));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#giveUp({ kind: 'unexpected', detail: event.message });
    });
  }

  /** @throws Refused where the worker cannot do it, or the desk is closed meanwhile. */
  ask<E extends keyof Errands>(
    errand: E,
    question: Errands[E]['question'],
    onStep?: OnStep,
  ): Promise<Errands[E]['answer']> {
    this.#tickets += 1;
    const ticket = this.#tickets;
    return new Promise((resolve, reject) => {
      const settle = (answer: unknown): void => resolve(answer as Errands[E]['answer']);
      this.#waiting.set(ticket, { resolve: settle, reject, onStep });
      const message: Asked = { ticket, errand, question };
      this.#worker.postMessage(message, []);
    });
  }

  /** Ends the worker; what it was asked is refused without a reason. */
  close(): void {
    this.#worker.terminate();
    this.#giveUp(undefined);
  }

  #hear(reply: Reply): void {
    const waiting = this.#waiting.get(reply.ticket);
    if (reply.type === 'step') {
      waiting?.onStep?.(reply.step, reply.done);
      return;
    }
    this.#waiting.delete(reply.ticket);
    if (reply.type === 'answer') waiting?.resolve(reply.answer);
    else waiting?.reject(new Refused(reply.refusal));
  }

  #giveUp(refusal: Refusal | undefined): void {
    const left = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of left) reject(new Refused(refusal));
  }
}
