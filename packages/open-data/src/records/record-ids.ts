/** What a file may be called everywhere. */
const NAME = /^[a-z0-9][a-z0-9_-]{0,39}$/;
/** Windows keeps these for itself; all its other names have no digit. */
const DEVICE = /^(?:com|lpt)\d$/;

function isSafe(id: string): boolean {
  return NAME.test(id) && /\d/.test(id) && !DEVICE.test(id);
}

/**
 * An id for each row, which stays the same while other rows come and go: that of the file, where every row has one of its own
 * that can stand in an address; else a hash of what the row says. Equal rows get `-2`, `-3`.
 *
 * @param given what the file's own column of ids holds, blank where it has none
 * @param said what identifies each row otherwise
 */
export function recordIds(given: readonly string[], said: readonly string[]): string[] {
  const own = given.map((id) => id.toLowerCase());
  const isUsable = own.every(isSafe) && new Set(own).size === own.length;
  if (isUsable) return own;
  const taken = new Map<string, number>();
  return said.map((text) => {
    const id = `r${hash(text, 0x811c9dc5)}${hash(text, 0x1000193)}`;
    const count = (taken.get(id) ?? 0) + 1;
    taken.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  });
}

/** FNV-1a over UTF-16 units, from a start of one's own; seven signs of base 36. */
function hash(text: string, start: number): string {
  let value = start;
  for (let at = 0; at < text.length; at++)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(36).padStart(7, '0');
}
