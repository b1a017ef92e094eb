/** Starts a module worker; throws where the platform has none or forbids it. */
export type StartWorker = () => Worker;

/** Starts the worker that groups places. The file that works alone has another one in its place: `cdn/start-worker.ts`. */
// Bundlers look for exactly this expression; the file is found as .ts in the sources and as .js when published.
export const startClusterWorker: StartWorker = () =>
  new Worker(new URL('./cluster-worker.js', import.meta.url), { type: 'module' });
