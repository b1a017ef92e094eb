import { createClusterIndex } from './cluster-index.ts';
import { answerRequest, type ClusterAnswer, type FromWorker, type ToWorker } from './protocol.ts';

/** The part of `DedicatedWorkerGlobalScope` used here; the DOM library's types do not hold it. */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
  postMessage(message: FromWorker, transfer: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;
const index = createClusterIndex();

scope.addEventListener('message', ({ data: { ticket, request } }) => {
  const answer = answerRequest(index, request);
  scope.postMessage({ ticket, answer }, buffersOf(answer));
});

function buffersOf(answer: ClusterAnswer): Transferable[] {
  if (answer === null || typeof answer === 'number') return [];
  if ('buffer' in answer) return [answer.buffer];
  return [answer.places.buffer, answer.clusters.buffer, answer.spots.buffer];
}
