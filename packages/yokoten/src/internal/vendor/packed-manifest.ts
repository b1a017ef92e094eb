import { gunzipSync } from 'node:zlib';
import { parseTar } from 'nanotar';
import { isRecord } from '../config-reader.ts';

/** What a tarball says about itself. */
export interface PackedManifest {
  readonly name: string | undefined;
  readonly version: string | undefined;
  readonly licence: string | undefined;
  readonly libc: readonly string[];
}

const LARGEST_UNPACKED = 800_000_000;
const LARGEST_MANIFEST = 1_000_000;

/** Reads the `package.json` in a package's tarball; `undefined` where there is none that can be read. */
export function packedManifest(tarball: Uint8Array): PackedManifest | undefined {
  const value = manifestValue(tarball);
  if (!isRecord(value)) return undefined;
  const { name, version, libc, license } = value;
  const list: readonly unknown[] = Array.isArray(libc) ? libc : [libc];
  return {
    name: textOf(name),
    version: textOf(version),
    // Before SPDX expressions, npm's form was an object.
    licence: textOf(license) ?? (isRecord(license) ? textOf(license['type']) : undefined),
    libc: list.filter((one) => typeof one === 'string'),
  };
}

function manifestValue(tarball: Uint8Array): unknown {
  try {
    const bytes = gunzipSync(tarball, { maxOutputLength: LARGEST_UNPACKED });
    const own = new ArrayBuffer(bytes.byteLength);
    new Uint8Array(own).set(bytes);
    const [file] = parseTar(own, {
      filter: ({ name, type, size }) => {
        // A size that is no number, or a negative one, would make the reader stand still or go back.
        if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(name);
        return type === 'file' && size <= LARGEST_MANIFEST && /^[^/]+\/package\.json$/.test(name);
      },
    });
    return JSON.parse(new TextDecoder().decode(file?.data)) as unknown;
  } catch {
    // npm is what installs it: here the tarball is only asked for its licence.
    return undefined;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
