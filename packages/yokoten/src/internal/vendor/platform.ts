import { fault, YokotenError } from '../fault.ts';
import { nearest } from '@yokoten/standard/nearest';

/** A kind of machine, in the words of npm's `os`, `cpu` and `libc`. */
export interface Platform {
  /** `linux-x64`, or with the C library where it is not the usual one: `linux-x64-musl`. */
  readonly id: string;
  readonly os: string;
  readonly cpu: string;
  /** Of Linux only. */
  readonly libc?: string;
}

/** What a package says about where it runs; absent means anywhere. */
export interface RunsOn {
  readonly os: readonly string[];
  readonly cpu: readonly string[];
  readonly libc: readonly string[];
}

/** What most machines that publish a site are. */
export const USUAL_PLATFORM = 'linux-x64';

const KNOWN: readonly string[] = [
  'linux-x64',
  'linux-x64-musl',
  'linux-arm64',
  'linux-arm64-musl',
  'darwin-arm64',
  'darwin-x64',
  'win32-x64',
  'win32-arm64',
];

/**
 * Reads names like `linux-x64,darwin-arm64`; the same one twice counts once.
 *
 * @throws YokotenError `yokoten/option-value`
 */
export function readPlatforms(names: readonly string[]): Platform[] {
  return [...new Set(names)].toSorted().map((id) => {
    if (!KNOWN.includes(id)) throw unknownPlatform(id);
    const [os = '', cpu = '', libc] = id.split('-');
    return os === 'linux' ? { id, os, cpu, libc: libc ?? 'glibc' } : { id, os, cpu };
  });
}

/** Whether npm installs such a package on one of the platforms. */
export function runsOnOne({ os, cpu, libc }: RunsOn, platforms: readonly Platform[]): boolean {
  return platforms.some(
    (platform) =>
      allows(os, platform.os) &&
      allows(cpu, platform.cpu) &&
      (platform.libc === undefined ? libc.length === 0 : allows(libc, platform.libc)),
  );
}

/** npm's rule: `!x` forbids, anything else allows, and a list that only forbids allows the rest. */
function allows(list: readonly string[], value: string): boolean {
  if (list.length === 0 || (list.length === 1 && list[0] === 'any')) return true;
  if (list.includes(`!${value}`)) return false;
  return list.includes(value) || list.every((one) => one.startsWith('!'));
}

function unknownPlatform(name: string): YokotenError {
  const guess = nearest(name, KNOWN);
  const known = KNOWN.join(', ');
  return new YokotenError(
    fault(
      'yokoten/option-value',
      `「--platform」に「${name}」は使えません。${guess === undefined ? `使えるのは ${known} です。` : `「${guess}」ではありませんか。`}`,
      `--platform cannot be "${name}". ${guess === undefined ? `It can be ${known}.` : `Did you mean "${guess}"?`}`,
    ),
  );
}
