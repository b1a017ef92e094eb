import { gunzipSync } from 'node:zlib';
import { parseTar } from 'nanotar';
import { isRecord } from '../config-reader.ts';
import { fault, YokotenError } from '../fault.ts';
import { isOwnership, type Fills, type Ownership } from './app-record.ts';
import { isSafePath } from './safe-path.ts';
import { sha256, textOf } from './tree.ts';

/** One file of a template, its marks not filled in yet. */
interface TemplateFile {
  readonly class: Ownership;
  readonly bytes: Uint8Array;
  /** Whether it holds marks like `{{yokoten:code}}`. */
  readonly isFilled: boolean;
}

/** One file of a template for one app. */
export type FilledFile = Pick<TemplateFile, 'bytes' | 'class'>;

/** A template as one release of `create-yokoten` carries it. */
export interface Template {
  readonly id: string;
  readonly version: string;
  readonly files: ReadonlyMap<string, TemplateFile>;
  /** Files that were renamed in any release so far, old path to new path. */
  readonly moved: ReadonlyMap<string, string>;
}

/** One release of `create-yokoten`, read as data: nothing of it is ever run. */
export interface Release {
  readonly version: string;
  readonly templates: ReadonlyMap<string, Template>;
}

const LARGEST = {
  packed: 8_000_000,
  unpacked: 40_000_000,
  entries: 5000,
  file: 4_000_000,
} as const;

/**
 * Reads a release from the tarball that npm publishes.
 *
 * @throws YokotenError `yokoten/release-archive`: too large, a link in it, a path that leaves its folder, a file that
 * is not what its hash says
 */
export function readRelease(tarball: Uint8Array, name: string): Release {
  const files = packageFiles(tarball, name);
  const { version } = objectOf(files.get('package.json'), name, 'package.json');
  if (typeof version !== 'string') throw broken(name, 'package.json: version');
  const ids = [...files.keys()].flatMap(
    (path) => /^templates\/([a-z][a-z0-9-]*)\/template\.json$/.exec(path)?.[1] ?? [],
  );
  const templates = ids.map((id) => [id, templateOf(id, version, files, name)] as const);
  return { version, templates: new Map(templates) };
}

/** The files of a template for one app, with its marks filled in. */
export function filledFiles({ files }: Template, fills: Fills): Map<string, FilledFile> {
  return new Map(
    [...files].map(([path, file]): [string, FilledFile] => {
      if (!file.isFilled) return [path, file];
      const text = new TextDecoder().decode(file.bytes);
      const filled = text.replaceAll(
        /\{\{yokoten:(code|name|latin|package)\}\}/g,
        (_, key: keyof Fills) => fills[key],
      );
      return [path, { bytes: new TextEncoder().encode(filled), class: file.class }];
    }),
  );
}

/**
 * The files in a package's tarball, by path in the package.
 *
 * @throws YokotenError `yokoten/release-archive`: too large, a link in it, a path that leaves its folder
 */
export function packageFiles(tarball: Uint8Array, name: string): Map<string, Uint8Array> {
  if (tarball.byteLength > LARGEST.packed) throw broken(name, `> ${LARGEST.packed} bytes`);
  const tar = unpacked(tarball, name);
  let entries = 0;
  const items = parseTar(tar, {
    filter({ name: path, type, size }) {
      entries += 1;
      if (entries > LARGEST.entries) throw broken(name, `> ${LARGEST.entries} files`);
      // A size that is no number, or a negative one, would make the reader stand still or go back.
      if (!Number.isSafeInteger(size) || size < 0) throw broken(name, `${path}: size`);
      if (type === 'directory') return false;
      if (type !== 'file') throw broken(name, `${path}: ${String(type)}`);
      if (size > LARGEST.file) throw broken(name, `${path}: > ${LARGEST.file} bytes`);
      return true;
    },
  });
  return new Map(
    items.map(({ name: path, data }) => {
      const inside = path.replace(/^package\//, '');
      if (inside === path || !isSafePath(inside)) throw broken(name, path);
      return [inside, data ?? new Uint8Array()];
    }),
  );
}

/** A buffer of its own: the reader of the archive looks at all of the memory it is handed. */
function unpacked(tarball: Uint8Array, name: string): ArrayBuffer {
  try {
    const bytes = gunzipSync(tarball, { maxOutputLength: LARGEST.unpacked });
    const own = new ArrayBuffer(bytes.byteLength);
    new Uint8Array(own).set(bytes);
    return own;
  } catch (error) {
    throw broken(name, error instanceof Error ? error.message : 'gzip');
  }
}

function templateOf(
  id: string,
  version: string,
  files: ReadonlyMap<string, Uint8Array>,
  name: string,
): Template {
  const at = `templates/${id}`;
  const manifest = objectOf(files.get(`${at}/template.json`), name, `${at}/template.json`);
  if (manifest['schemaVersion'] !== 1) throw tooNew(name);
  const listed = isRecord(manifest['files']) ? Object.entries(manifest['files']) : [];
  const moved = isRecord(manifest['moved']) ? Object.entries(manifest['moved']) : [];
  const read = listed.map(([path, file]): [string, TemplateFile] => {
    if (!isSafePath(path) || !isRecord(file) || !isOwnership(file['class']))
      throw broken(name, `${at}: ${path}`);
    const { storedAs = path, sha256: hash, class: owner } = file;
    const bytes = files.get(`${at}/files/${String(storedAs)}`);
    if (bytes === undefined) throw broken(name, `${at}/files/${String(storedAs)}`);
    if (hash !== undefined && hash !== sha256(bytes)) throw broken(name, `${at}: ${path}: sha256`);
    return [path, { class: owner, bytes, isFilled: hash === undefined }];
  });
  const renames = moved.filter(
    (pair): pair is [string, string] =>
      typeof pair[1] === 'string' && isSafePath(pair[0]) && isSafePath(pair[1]),
  );
  return { id, version, files: new Map(read), moved: new Map(renames) };
}

function objectOf(
  bytes: Uint8Array | undefined,
  name: string,
  path: string,
): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse((bytes && textOf({ bytes })) ?? '');
    if (isRecord(value)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw broken(name, path);
}

function broken(name: string, what: string): YokotenError {
  return new YokotenError(
    fault(
      'yokoten/release-archive',
      `雛形のファイルを読めません（${what}）。\n取り直してください。`,
      `The archive of the template cannot be used (${what}). Fetch it again.`,
      { file: name },
    ),
  );
}

function tooNew(name: string): YokotenError {
  return new YokotenError(
    fault(
      'yokoten/upgrade-tool-too-old',
      'この版の雛形には、新しいyokotenが要ります。\n「npx yokoten@latest upgrade」を実行してください。',
      'This template needs a newer yokoten. Run: npx yokoten@latest upgrade',
      { file: name },
    ),
  );
}
