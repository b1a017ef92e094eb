import type { Finding } from '../../problem.ts';
import { readContent } from '../content.ts';
import { attempt, type Context, inside, type Outcome, together } from '../context.ts';
import { megabytes } from '../limits.ts';
import { partFinding, refuse } from '../refuse.ts';
import { readDirectory, type ZipEntry } from './directory.ts';
import { unpackWhole } from './unpack.ts';

/** What systems put into archives unasked, and what goes with the data without being it. */
const JUNK = /(?:^|\/)(?:__MACOSX\/|\.[^./]|~\$|thumbs\.db$|desktop\.ini$)/iu;
const NO_TABLE =
  /\.(?:png|jpe?g|gif|svg|webp|ico|pdf|html?|md|docx?|pptx?|css|js|xsl|prj|cpg|qmd|qml|sld)$|(?:^|\/)(?:read\s?me|licen[cs]e|お読み|はじめに|利用規約)[^/]*$/iu;

/**
 * Reads an archive: a workbook, or files of any kind this package reads, archives among them.
 * @throws OpenDataError `open-data/broken-archive`, `open-data/archive-too-large`,
 * `open-data/unsupported-workbook`, `open-data/encrypted-file`
 */
export async function readArchive(bytes: Uint8Array, context: Context): Promise<Outcome> {
  const { file, budget, depth } = context;
  const entries = readDirectory(bytes, file, budget.limits.entries);
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (entries.reduce((sum, { packed }) => sum + packed, 0) > bytes.length) {
    // Entries that share their bytes: a bomb of many names for one content.
    throw refuse('open-data/broken-archive', file, { value: 'zip' });
  }
  budget.spend(entries.length, unpacked, bytes.length);
  if (depth >= budget.limits.depth) {
    const expected = String(budget.limits.depth);
    throw refuse('open-data/archive-too-large', file, { value: megabytes(unpacked), expected });
  }
  const deeper = { ...context, depth: depth + 1 };
  const names = new Set(entries.map(({ name }) => name));
  const other = otherDocument(names);
  if (other !== undefined) throw refuse('open-data/unsupported-workbook', file, { value: other });
  if (names.has('[Content_Types].xml')) {
    return (await import('../xlsx/read-xlsx.ts')).readXlsx(bytes, entries, deeper);
  }
  return readEntries(bytes, entries, deeper);
}

/** Documents that are archives too, by what only they hold. */
function otherDocument(names: ReadonlySet<string>): string | undefined {
  if (names.has('xl/workbook.bin')) return '.xlsb';
  if (names.has('word/document.xml')) return 'Word';
  if (names.has('ppt/presentation.xml')) return 'PowerPoint';
  if (names.has('mimetype') && names.has('content.xml')) return '.ods';
  if (names.has('Index/Document.iwa')) return 'Numbers';
  return undefined;
}

async function readEntries(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  context: Context,
): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  const findings: Finding[] = [];
  const skipped: string[] = [];
  const labels = new Map<string, number>();
  for (const entry of entries) {
    context.signal?.throwIfAborted();
    if (JUNK.test(entry.name)) continue;
    if (NO_TABLE.test(entry.name)) {
      skipped.push(entry.name);
      continue;
    }
    const plain = labelOf(entry.name);
    const count = (labels.get(plain) ?? 0) + 1;
    labels.set(plain, count);
    const part = inside(context, count === 1 ? plain : `${plain} (${count})`);
    if (plain !== entry.name.replaceAll('\\', '/')) {
      const detail = { value: entry.name };
      findings.push(partFinding('open-data/unsafe-entry-name', 'warning', part, detail));
    }
    if (count > 1) {
      findings.push(partFinding('open-data/duplicate-entry', 'warning', part, { value: plain }));
    }
    outcomes.push(await attempt(part, () => readEntry(bytes, entry, part)));
  }
  if (skipped.length > 0) {
    const detail = { count: skipped.length, value: skipped.join(' ') };
    findings.push(partFinding('open-data/entry-not-read', 'info', context, detail));
  }
  return together([...outcomes, { tables: [], findings }]);
}

async function readEntry(archive: Uint8Array, entry: ZipEntry, part: Context): Promise<Outcome> {
  return readContent(await unpackWhole(archive, entry, part.file), part);
}

/** The name without what would lead out of a folder: a label, in the end, but one that others may take for a path. */
function labelOf(name: string): string {
  return name
    .replaceAll('\\', '/')
    .split('/')
    .filter((step) => step !== '' && step !== '.' && step !== '..' && !/^[a-z]:$/iu.test(step))
    .join('/');
}
