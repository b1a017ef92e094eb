import { cellLimit } from '../../internal/limits.ts';
import { partFinding, refuse } from '../refuse.ts';
import { attempt, type Context, inside, type Outcome, together } from '../context.ts';
import { type XmlHandler, XmlReader } from '../xml.ts';
import type { ZipEntry } from '../zip/directory.ts';
import { unpack } from '../zip/unpack.ts';
import { sharedStrings } from './shared-strings.ts';
import { type Sheet, type SheetBook, sheetHandler } from './sheet.ts';
import { sheetTables } from './sheet-tables.ts';
import { type CellStyle, cellStyles } from './styles.ts';
import { type Relation, relationsHandler, type SheetEntry, workbookHandler } from './workbook.ts';

/** An open workbook: its parts by name, and what its sheets share. */
interface Package {
  readonly archive: Uint8Array;
  readonly parts: ReadonlyMap<string, ZipEntry>;
  readonly file: string;
}

/**
 * Reads a workbook (ECMA-376): one table a sheet, hidden ones too. Cells hold the value a person reads: cached results
 * of formulas, ISO dates and times, no ruby, no floating-point noise.
 * @throws OpenDataError `open-data/broken-archive`, `open-data/broken-xml`, `open-data/too-many-cells`
 */
export async function readXlsx(
  archive: Uint8Array,
  entries: readonly ZipEntry[],
  context: Context,
): Promise<Outcome> {
  const { file } = context;
  const parts = new Map(entries.map((entry) => [entry.name.replaceAll('\\', '/'), entry]));
  const opened = { archive, parts, file };
  const path = await workbookPath(opened);
  const workbook = { sheets: [] as SheetEntry[], from1904: false };
  await walkPart(opened, path, workbookHandler(workbook));
  const relations = await relationsOf(opened, path);
  const book = await sharedOf(opened, relations, workbook.from1904);
  const sheets: Outcome[] = [];
  for (const entry of workbook.sheets) {
    context.signal?.throwIfAborted();
    const target = relations.get(entry.relation);
    // A chart or a macro sheet has no cells.
    if (target !== undefined && target.type !== 'worksheet') continue;
    const part = inside(context, entry.name);
    sheets.push(await attempt(part, () => readSheet(opened, target, entry, book, part)));
  }
  return together(sheets);
}

async function workbookPath(opened: Package): Promise<string> {
  const relations = new Map<string, Relation>();
  if (opened.parts.has('_rels/.rels')) {
    await walkPart(opened, '_rels/.rels', relationsHandler('', relations));
  }
  const main = [...relations.values()].find(({ type }) => type === 'officeDocument');
  return main?.target ?? 'xl/workbook.xml';
}

async function relationsOf(opened: Package, path: string): Promise<ReadonlyMap<string, Relation>> {
  const slash = path.lastIndexOf('/');
  const folder = path.slice(0, slash + 1);
  const relations = new Map<string, Relation>();
  const name = `${folder}_rels/${path.slice(slash + 1)}.rels`;
  if (opened.parts.has(name)) await walkPart(opened, name, relationsHandler(folder, relations));
  return relations;
}

async function sharedOf(
  opened: Package,
  relations: ReadonlyMap<string, Relation>,
  from1904: boolean,
): Promise<SheetBook> {
  const texts: string[] = [];
  const styles: CellStyle[] = [];
  for (const { type, target } of relations.values()) {
    if (!opened.parts.has(target)) continue;
    if (type === 'sharedStrings') await walkPart(opened, target, sharedStrings(texts));
    if (type === 'styles') await walkPart(opened, target, cellStyles(styles));
  }
  let left = cellLimit(opened.archive.length);
  for (const { unpacked } of opened.parts.values()) left += unpacked;
  const spend = (cells: number): void => {
    left -= cells;
    if (left < 0) throw refuse('open-data/too-many-cells', opened.file, { count: cells });
  };
  return { texts, styles, from1904, spend };
}

async function readSheet(
  opened: Package,
  target: Relation | undefined,
  { hidden }: SheetEntry,
  book: SheetBook,
  part: Context,
): Promise<Outcome> {
  const sheet: Sheet = {
    rows: [],
    merges: [],
    blankRows: 0,
    hiddenRows: 0,
    struckOut: 0,
    errors: 0,
  };
  await walkPart(opened, target?.target ?? '', sheetHandler(sheet, book));
  const size = opened.parts.get(target?.target ?? '')?.unpacked ?? 0;
  const [first, ...others] = sheetTables(sheet, part, cellLimit(size));
  if (first === undefined || !hidden)
    return { tables: first ? [first, ...others] : [], findings: [] };
  const said = partFinding('open-data/hidden-sheet', 'warning', part);
  return { tables: [{ ...first, problems: [said, ...first.problems] }, ...others], findings: [] };
}

/** Walks over one part of the workbook as it is unpacked; its text is never there as a whole. */
async function walkPart(opened: Package, name: string, handler: XmlHandler): Promise<void> {
  const { archive, parts, file } = opened;
  const entry = parts.get(name);
  if (entry === undefined) throw refuse('open-data/broken-archive', file, { value: name });
  const reader = new XmlReader(handler, file);
  let decoder: TextDecoder | undefined;
  for await (const piece of unpack(archive, entry, file)) {
    decoder ??= new TextDecoder(
      piece[0] === 0xff ? 'utf-16le' : piece[0] === 0xfe ? 'utf-16be' : 'utf-8',
    );
    reader.write(decoder.decode(piece, { stream: true }));
  }
  reader.write(decoder?.decode() ?? '');
  reader.end();
}
