import code from 'virtual:cluster-worker';
import { workerAddress } from './worker-address.ts';

/**
 * In the place of `cluster/start-worker.ts`: the worker's code is in this file. A page whose policy forbids `blob:`
 * workers gets the error event that makes the page's own thread do the work.
 */
export function startClusterWorker(): Worker {
  const blob = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  const worker = new Worker(workerAddress(blob));
  // The browser has the code as soon as the worker speaks, or never.
  worker.addEventListener('message', () => URL.revokeObjectURL(blob), { once: true });
  worker.addEventListener('error', () => URL.revokeObjectURL(blob), { once: true });
  return worker;
}
