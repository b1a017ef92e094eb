import './sentences.ts';
import { buffersOf, type Job, work } from './bulk/job.ts';
import type { Pack } from './pack.ts';

interface Port {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
}

/**
 * Makes a worker, of a browser or of Node, work households out for `bulkInWorkers`. The whole module of such a worker:
 * `import { pack } from './my-pack/index.js'; import { serveBulk } from '@yokoten/rules/bulk-worker'; serveBulk(pack);`
 */
export function serveBulk(pack: Pack): void {
  const answer = (port: Port, job: Job): void => {
    const done = work(pack, job);
    port.postMessage(done, 'columns' in done ? buffersOf(done.columns) : []);
  };
  const parent = nodeParent();
  if (parent !== undefined) {
    parent.on('message', (job) => answer(parent, job as Job));
    return;
  }
  const scope = globalThis as unknown as Port & {
    addEventListener: (event: 'message', listener: (event: { data: unknown }) => void) => void;
  };
  scope.addEventListener('message', ({ data }) => answer(scope, data as Job));
}

type NodePort = Port & { on: (event: 'message', listener: (data: unknown) => void) => void };

/** Asked for at run time, so that a bundle for browsers names nothing of Node. */
function nodeParent(): NodePort | undefined {
  const { process } = globalThis as {
    process?: { getBuiltinModule?: (name: string) => { parentPort: NodePort | null } | undefined };
  };
  return process?.getBuiltinModule?.('node:worker_threads')?.parentPort ?? undefined;
}
