import { packageFiles } from '../upgrade/release.ts';
import { sha256, textOf } from '../upgrade/tree.ts';
import { readPartIndex } from './part-index.ts';

/**
 * The texts of the parts in a package's tarball, by their name, each proved by the hash in its index.
 *
 * @throws YokotenError `yokoten/release-archive`, `yokoten/part-index`
 */
export function packedParts(tarball: Uint8Array, name: string): ReadonlyMap<string, Uint8Array> {
  const files = packageFiles(tarball, name);
  const index = files.get('dist/parts/parts.json');
  const text = index && textOf({ bytes: index });
  if (text === undefined) return new Map();
  return new Map(
    readPartIndex(text, name).flatMap(({ id, sha256: hash }) => {
      const bytes = files.get(`dist/parts/${id}.txt`);
      return bytes !== undefined && sha256(bytes) === hash ? [[id, bytes] as const] : [];
    }),
  );
}
