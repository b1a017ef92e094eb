const LONGEST = 240;

// oxlint-disable-next-line no-control-regex
const NEVER = /[\u0000-\u001f\u007f\\:*?"<>|]/;

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
  return path
    .split('/')
    .every(
      (part) => part !== '' && !RESERVED.test(part) && !DEVICE.test(part) && !/[. ]$/.test(part),
    );
}
