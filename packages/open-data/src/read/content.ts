import { type Decoded, decodeBytes } from '../encoding.ts';
import { foreignFormat, textFormat } from '../internal/sniff.ts';
import { tableOfText } from '../table.ts';
import { type Context, marked, type Outcome } from './context.ts';
import { flattenHeader } from './flatten-header.ts';
import { refuse } from './refuse.ts';

const HEAD = 1 << 16;

/** Reads bytes as what they are, whatever their name; each format that weighs something is loaded when it is met. */
export async function readContent(bytes: Uint8Array, context: Context): Promise<Outcome> {
  context.signal?.throwIfAborted();
  const { file } = context;
  if (isZip(bytes)) return (await import('./zip/archive.ts')).readArchive(bytes, context);
  if (isCompoundFile(bytes)) throw refuse(compoundCode(bytes), file);
  const foreign = foreignFormat(bytes);
  if (foreign !== undefined) throw refuse(foreign, file);
  const decoded = decodeBytes(bytes, file);
  const head = decoded.decode(decoded.bytes.subarray(0, HEAD));
  const special = await readSpecial(decoded, head, context);
  if (special !== undefined) return special;
  return { tables: [marked(flattenHeader(tableOfText(decoded, file)), context)], findings: [] };
}

async function readSpecial(
  decoded: Decoded,
  head: string,
  context: Context,
): Promise<Outcome | undefined> {
  const format = textFormat(head);
  if (format === 'open-data/xml-instead-of-csv' && /<(?:[\w.-]+:)?kml[\s/>]/u.test(head)) {
    return (await import('./kml/read-kml.ts')).readKml(decoded, context);
  }
  if (format === 'json' && mayBeEntities(head)) {
    return (await import('./json/read-entities.ts')).readEntities(decoded, context);
  }
  return undefined;
}

/** `PK`, as the first file of an archive begins, or the end of an empty one. */
function isZip([p, k, three, four]: Uint8Array): boolean {
  return p === 0x50 && k === 0x4b && ((three === 3 && four === 4) || (three === 5 && four === 6));
}

/** The container of Office before 2007, in which newer Office puts what a password protects (MS-CFB 2.2). */
function isCompoundFile([a, b, c, d]: Uint8Array): boolean {
  return a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0;
}

/** Its directory, in UTF-16, names the streams inside; where it stands, the header says at 48 (MS-CFB 2.2). */
function compoundCode(bytes: Uint8Array): 'open-data/encrypted-file' | 'open-data/old-excel' {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sector = bytes.length < 52 ? 0 : view.getUint32(48, true) + 1;
  const start = sector * (bytes.length > 31 && view.getUint16(30, true) === 12 ? 4096 : 512);
  const decoder = new TextDecoder('utf-16le');
  const places = [bytes.subarray(0, HEAD), bytes.subarray(start, start + 4096)];
  const isEncrypted = places.some((place) => decoder.decode(place).includes('EncryptedPackage'));
  return isEncrypted ? 'open-data/encrypted-file' : 'open-data/old-excel';
}

/** GeoJSON is large and common; what names neither an entity nor a uMap is not parsed twice. */
function mayBeEntities(head: string): boolean {
  if (/"type"\s*:\s*"umap"/u.test(head)) return true;
  const [first = '', second = ''] = head
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const isLines = first.startsWith('{') && first.endsWith('}') && second.startsWith('{');
  return isLines || !/"type"\s*:\s*"Feature/u.test(head);
}
