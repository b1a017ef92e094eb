import type { ClusterAnswer, ClusterRequest, FromWorker, ToWorker } from './protocol.ts';
import { startClusterWorker, type StartWorker } from './start-worker.ts';

/** Answers requests one after the other. */
export interface ClusterThread {
  post(ticket: number, request: ClusterRequest): void;
  close(): void;
}

/** What a thread reports to its owner. `lost` comes at most once, and nothing after it. */
export interface ThreadOwner {
  answered(ticket: number, answer: ClusterAnswer): void;
  lost(): void;
}

/** A worker that is taken for dead when it fails, or stays silent for `silenceMs` while it has work. */
export function openWorkerThread(
  owner: ThreadOwner,
  start: StartWorker = startClusterWorker,
  silenceMs = 10_000,
): ClusterThread {
  const worker = start();
  let open = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const listening = new AbortController();
  const { signal } = listening;

  const close = (): void => {
    clearTimeout(timer);
    listening.abort();
    worker.terminate();
  };
  const lose = (): void => {
    close();
    owner.lost();
  };
  const watch = (): void => {
    clearTimeout(timer);
    if (open > 0) timer = setTimeout(lose, silenceMs);
  };

  worker.addEventListener(
    'message',
    ({ data }: MessageEvent<FromWorker>) => {
      open -= 1;
      watch();
      owner.answered(data.ticket, data.answer);
    },
    { signal },
  );
  worker.addEventListener('messageerror', lose, { signal });
  worker.addEventListener(
    'error',
    (event) => {
      // The fault is dealt with here: it is not the page's.
      event.preventDefault();
      lose();
    },
    { signal },
  );

  return {
    post(ticket, request) {
      open += 1;
      watch();
      const message: ToWorker = { ticket, request };
      worker.postMessage(message, request.type === 'load' ? [request.coordinates.buffer] : []);
    },
    close,
  };
}
