import type { PackedRecord } from '../document.ts';
import { shardsOf } from '../shards.ts';

/** The shards of records as files, by path from the site's base: a name changes exactly when its content does. */
export async function shardFiles(
  records: readonly PackedRecord[],
): Promise<ReadonlyMap<string, string>> {
  const files = shardsOf(records).map(async (shard, at) => {
    const content = JSON.stringify(shard);
    return [`assets/records/${at}-${await digest(content)}.json`, content] as const;
  });
  return new Map(await Promise.all(files));
}

/** Ten hexadecimal digits of SHA-256. */
async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes, 0, 5)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
