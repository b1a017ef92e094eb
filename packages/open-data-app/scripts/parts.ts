// Writes dist/parts: what an app can take into its own hands with `yokoten eject`.
import { join } from 'node:path';
import { writeParts } from '../../../apps/tools/src/write-parts.ts';

await writeParts(join(import.meta.dirname, '..'));
