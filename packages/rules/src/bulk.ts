import { buffersOf, type BulkOutput, type Done, type Job, jobFor, work } from './bulk/job.ts';
import { divide, type Part, put } from './bulk/parts.ts';
import { type Column, newColumn } from './column.ts';
import { RulesError } from './error.ts';
import type { Pack } from './pack.ts';
import type { Simulation } from './simulation.ts';

export type { BulkOutput } from './bulk/job.ts';

/** Values of every member, output by output. */
export interface BulkResult {
  readonly columns: readonly Column[];
  /** Newest date among the rules and figures that were used. */
  readonly asOf: string;
}

/** A `Worker` of a browser, or one of Node's `worker_threads`, that runs `serveBulk(pack)` of `@yokoten/rules/bulk-worker`. */
export interface WorkerLike {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  terminate(): unknown;
  /** Node's way to listen. */
  on?(event: string, listener: (data: unknown) => void): unknown;
  /** The browser's. */
  addEventListener?(event: string, listener: (event: { readonly data?: unknown }) => void): unknown;
}

/** Works out very many households. */
export interface Bulk {
  /**
   * Calculates the outputs for everybody in a simulation, part by part; the results are those of the simulation itself.
   * @throws RulesError as `Simulation.calculate` does
   */
  readonly calculate: (
    simulation: Simulation,
    outputs: readonly BulkOutput[],
  ) => Promise<BulkResult>;
  /** Ends the workers. */
  readonly close: () => void;
}

/** Persons of one part: few enough that its columns stay near the processor, many enough that starting does not count. */
const PART = 16_000;

/** Works households out here, part by part, without blocking for long. */
export function bulkHere(pack: Pack): Bulk {
  return {
    calculate: (simulation, outputs) =>
      gather(simulation, outputs, 1, async (_, job) => {
        await new Promise((resume) => {
          setTimeout(resume);
        });
        return work(pack, job);
      }),
    close: () => {},
  };
}

/**
 * Works households out in workers, the same in browsers and in Node.
 * @param start starts a worker whose module calls `serveBulk(pack)`
 * @param workers how many; one for each processor is a good number
 */
export function bulkInWorkers(start: () => WorkerLike, workers: number): Bulk {
  const pool = Array.from({ length: Math.max(1, workers) }, () => new Line(start()));
  return {
    calculate: (simulation, outputs) =>
      gather(simulation, outputs, pool.length, (at, job) => (pool[at] as Line).ask(job)),
    close: () => {
      for (const line of pool) line.close();
    },
  };
}

async function gather(
  simulation: Simulation,
  outputs: readonly BulkOutput[],
  lines: number,
  ask: (line: number, job: Job) => Promise<Done>,
): Promise<BulkResult> {
  const { pack, populations } = simulation;
  const persons = populations[pack.person]?.count ?? 0;
  const parts = divide(simulation, Math.min(PART, Math.ceil(persons / lines)));
  const entities = outputs.map(({ variable }) =>
    pack.entityOf(pack.variable(pack.indexOf(variable))),
  );
  const columns = outputs.map(({ variable }, at): Column => {
    const { type } = pack.variable(pack.indexOf(variable));
    return newColumn(type, populations[entities[at] as number]?.count ?? 0);
  });
  let [next, asOf] = [0, ''];
  const run = async (line: number): Promise<void> => {
    for (let part = parts[next++]; part !== undefined; part = parts[next++]) {
      const done = await ask(line, jobFor(simulation, part, outputs));
      if ('error' in done) throw new RulesError(done.error.code, done.error);
      if (done.asOf > asOf) asOf = done.asOf;
      for (const [at, column] of done.columns.entries())
        put(columns[at] as Column, column, membersOf(part, entities[at] as number));
    }
  };
  await Promise.all(Array.from({ length: lines }, (_, line) => run(line)));
  return { columns, asOf };
}

function membersOf({ members }: Part, entity: number): Int32Array {
  return members[entity] ?? new Int32Array();
}

/** One worker, asked one thing after the other. */
class Line {
  readonly #worker: WorkerLike;
  #waiting: { resolve: (done: Done) => void; reject: (error: Error) => void } | undefined;
  #broken: Error | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(worker: WorkerLike) {
    this.#worker = worker;
    const fail = (reason: unknown): void => {
      this.#broken = reason instanceof Error ? reason : new Error('The worker failed.');
      this.#waiting?.reject(this.#broken);
    };
    if (worker.on !== undefined) {
      worker.on('message', (data) => this.#waiting?.resolve(data as Done));
      worker.on('error', fail);
      worker.on('exit', fail);
    } else {
      worker.addEventListener?.('message', ({ data }) => this.#waiting?.resolve(data as Done));
      worker.addEventListener?.('error', fail);
      worker.addEventListener?.('messageerror', fail);
    }
  }

  /** Questions wait for those before them. */
  ask(job: Job): Promise<Done> {
    const answer = this.#last.then(() => this.#post(job));
    this.#last = settled(answer);
    return answer;
  }

  #post(job: Job): Promise<Done> {
    return new Promise<Done>((resolve, reject) => {
      if (this.#broken !== undefined) reject(this.#broken);
      this.#waiting = { resolve, reject };
      const arrays = [
        ...job.inputs.map(({ column }) => column),
        ...job.memberships.flatMap(({ of, roles }) => [of, roles]),
      ];
      this.#worker.postMessage(job, buffersOf(arrays));
    });
  }

  close(): void {
    this.#worker.terminate();
  }
}

/** Waits, whatever comes of it. */
async function settled(answer: Promise<unknown>): Promise<void> {
  await Promise.allSettled([answer]);
}
