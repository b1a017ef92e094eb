import { lstat, mkdir, realpath } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { pullError } from './pull-error.ts';

/** Data alone: nothing that a tool would run or a build would take for the project's own. */
const DATA =
  /\.(?:csv|tsv|txt|json|geojson|topojson|ndjson|jsonl|jsonld|kml|kmz|gpx|xml|xlsx?|ods|zip|parquet|pdf|pbf|mvt|pmtiles|ttl|rdf|ics)$/iu;
/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;
const CODE_FOLDERS = ['node_modules', 'src', 'dist', 'build', 'scripts', 'bin'];

/**
 * What is wrong with a path that a lock or a request names, or `undefined`. Fine are data files in a folder of the
 * project: relative, with `/`, without `..`, dot names, device names, or characters that only one system allows.
 */
export function badPath(file: string): string | undefined {
  const parts = file.split('/');
  if (file.length > 400) return 'too long';
  if (/^[a-z]:/iu.test(file) || file.startsWith('/') || file.includes('\\')) return 'not relative';
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u001F\u007F<>:"|?*\u202A-\u202E\u2066-\u2069]/u.test(file)) return 'character';
  if (parts.some((part) => part === '' || part.startsWith('.'))) return 'dot';
  if (parts.some((part) => /[. ]$/u.test(part) || DEVICE.test(part))) return 'name';
  if (parts.length < 2) return 'not in a folder';
  if (parts.some((part) => CODE_FOLDERS.includes(part.toLowerCase()))) return 'code';
  return DATA.test(file) ? undefined : 'not data';
}

/**
 * The absolute path of a file of the project, its folder made. A link on the way out of the project is not followed,
 * and a link in the file's place is not written through.
 * @throws PullError `open-data/outside-folder`
 */
export async function projectPath(folder: string, file: string): Promise<string> {
  const refuse = (value: string): Error =>
    pullError('open-data/outside-folder', { url: file, value });
  const bad = badPath(file);
  if (bad !== undefined) throw refuse(bad);
  const root = await realpath(folder);
  const path = join(root, ...file.split('/'));
  // Looked at before anything is made: making folders would follow a link too.
  for (let at = root, rest = file.split('/').slice(0, -1); rest.length > 0; rest = rest.slice(1)) {
    at = join(at, rest[0] ?? '');
    const there = await lstat(at).catch(() => undefined);
    if (there?.isSymbolicLink() && !inside(root, await realpath(at))) throw refuse('link');
    if (there === undefined) break;
  }
  await mkdir(dirname(path), { recursive: true });
  if (!inside(root, await realpath(dirname(path)))) throw refuse('link');
  if ((await lstat(path).catch(() => undefined))?.isSymbolicLink()) throw refuse('link');
  return path;
}

function inside(root: string, path: string): boolean {
  const way = relative(root, path);
  return (
    way === '' || !(way === '..' || way.startsWith(`..${sep}`) || /^(?:[a-z]:|[\\/])/iu.test(way))
  );
}

/**
 * A path in `data/` for what an address ends in: letters, digits, `-`, `_` and `.` of any script stay.
 * @param extension used where the address has none of a data file.
 */
export function pathFor(url: string, extension = 'csv'): string {
  const last = new URL(url).pathname.split('/').findLast((part) => part !== '') ?? 'file';
  const name = decoded(last)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}._-]+/gu, '_')
    .replace(/^[._]+/u, '')
    .slice(0, 100);
  const safe = DATA.test(name)
    ? name
    : `${name.replace(/(?<![. ])[. ]+$/u, '') || 'file'}.${extension}`;
  return badPath(`data/${safe}`) === undefined ? `data/${safe}` : `data/file-${safe}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not percent-encoded UTF-8: the name stays as the address writes it.
    return text;
  }
}
