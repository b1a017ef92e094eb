import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Loads a package out of apps/bench/peers, which has a lockfile of its own. */
export const peer = createRequire(
  fileURLToPath(new URL('../../../peers/package.json', import.meta.url)),
);
