const LONGEST = 240;

// oxlint-disable-next-line no-control-regex
const NEVER = /[\u0000-\u001f\u007f\\:*?"<>|]/;

/** Characters that macOS leaves out of names: `.g<U+200C>it` is `.git` there (as in Git's `utf8.c`). */
const UNSEEN = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/gu;

/** Names that lead elsewhere or that Git keeps for itself, on any system (`git~1` is `.git` on Windows). */
const RESERVED = /^(\.{1,2}|\.git|git~\d+|node_modules)$/i;

/** Devices of Windows, with any ending (`aux.csv` too). */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(\.|$)/i;

/**
 * Whether a path out of a record or an archive names a file below the app's folder, on every system. Records and
 * archives come from elsewhere: `..`, absolute paths, `.git` and names that Windows reads otherwise are all refused.
 */
export function isSafePath(path: string): boolean {
  if (path.length === 0 || path.length > LONGEST) return false;
  if (NEVER.test(path)) return false;
  return withoutUnseen(path)
    .split('/')
    .every(
      (part) => part !== '' && !RESERVED.test(part) && !DEVICE.test(part) && !/[. ]$/.test(part),
    );
}

/** A path as macOS reads it, without characters that have no width. */
export function withoutUnseen(path: string): string {
  return path.replace(UNSEEN, '');
}
