import { answerRequest } from './protocol.ts';
import type { ClusterThread, ThreadOwner } from './worker-thread.ts';

/** The same work on the page's own thread, for where no worker can run; the code is loaded only then. */
export function openPageThread(owner: ThreadOwner): ClusterThread {
  const index = import('./cluster-index.ts').then((module) => module.createClusterIndex());
  return {
    post(ticket, request) {
      index
        .then((ready) => owner.answered(ticket, answerRequest(ready, request)))
        .catch(() => owner.lost());
    },
    close: () => undefined,
  };
}
