/** A `package.json` with what an app needs added, or the places where both say different things. */
export type MergedManifest = { readonly text: string } | { readonly conflicts: readonly string[] };

type Dictionary = Readonly<Record<string, unknown>>;

/** Where npm looks for a package; a name in any of them counts as there. */
const DEPENDENCIES = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;

/** What a package says about itself: where it says nothing, we say nothing for it. */
const OWN = new Set(['name', 'version', 'description', 'private', 'type', 'engines']);

/**
 * Adds the keys of ours that are missing, one level into objects; changes and removes none. The same key with another
 * value is a conflict: neither side can be dropped without saying so. Where nothing is missing the same text comes back.
 */
export function mergeManifest(theirs: string, ours: string): MergedManifest {
  const there = readObject(theirs);
  const wanted = readObject(ours) ?? {};
  if (there === undefined) return { conflicts: ['{ … }'] };
  const conflicts: string[] = [];
  const merged = Object.entries(wanted)
    .filter(([key]) => !OWN.has(key))
    .reduce((done, [key, value]) => addKey(done, key, value, conflicts), there);
  if (conflicts.length > 0) return { conflicts };
  return { text: merged === there ? theirs : asWritten(merged, theirs) };
}

function addKey(there: Dictionary, key: string, value: unknown, conflicts: string[]): Dictionary {
  const present = Object.hasOwn(there, key);
  if (!isDictionary(value)) {
    if (!present) return { ...there, [key]: value };
    if (JSON.stringify(there[key]) !== JSON.stringify(value)) conflicts.push(key);
    return there;
  }
  const inner = present ? there[key] : {};
  if (!isDictionary(inner)) {
    conflicts.push(key);
    return there;
  }
  const missing = Object.entries(value).filter(([name, one]) => {
    const [place, found] = whereIs(there, key, name) ?? [];
    if (place === undefined) return true;
    if (JSON.stringify(found) !== JSON.stringify(one))
      conflicts.push(`${place}.${name}: ${JSON.stringify(found)} ≠ ${JSON.stringify(one)}`);
    return false;
  });
  if (missing.length === 0) return there;
  return { ...there, [key]: { ...inner, ...Object.fromEntries(missing) } };
}

/** A dependency may stand in another list than ours. */
function whereIs(there: Dictionary, key: string, name: string): [string, unknown] | undefined {
  const places = key === 'dependencies' ? DEPENDENCIES : [key];
  for (const place of places) {
    const list = there[place];
    if (isDictionary(list) && Object.hasOwn(list, name)) return [place, list[name]];
  }
  return undefined;
}

function readObject(text: string): Dictionary | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    return isDictionary(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isDictionary(value: unknown): value is Dictionary {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** With the indent, line ends, last line and byte order mark it had. */
function asWritten(value: Dictionary, before: string): string {
  const [, indent = '  '] = /^[^\n]*\n([ \t]+)\S/.exec(before) ?? [];
  const text = JSON.stringify(value, undefined, indent) + (/\n\s*$/.test(before) ? '\n' : '');
  const lines = before.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
  return before.startsWith('\ufeff') ? `\ufeff${lines}` : lines;
}
