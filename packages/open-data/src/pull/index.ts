export { fileCache } from './file-cache.ts';
export {
  type CatalogueReference,
  type DataLock,
  formatLock,
  LOCK_NAME,
  type LockedFile,
  type Making,
  parseLock,
  readLock,
} from './lock.ts';
export { nodeFetcher, nodeTransport, type NodeTransportOptions } from './node-transport.ts';
export {
  pull,
  type PulledFile,
  pullLocked,
  type PullOptions,
  type PullProgress,
  type PullRequest,
  type PullResult,
  requestOf,
} from './pull.ts';
export type { PullError, PullErrorCode } from './pull-error.ts';
export {
  pullStarter,
  type StarterOptions,
  type StarterResult,
  type StarterSource,
  starterSources,
  type StarterSources,
} from './starter.ts';
