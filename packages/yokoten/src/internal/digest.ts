import { createHash } from 'node:crypto';

/** Eight letters that name this content: for file names that change exactly when the content does. */
export function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url').replace(/[-_]/g, '').slice(0, 8);
}
