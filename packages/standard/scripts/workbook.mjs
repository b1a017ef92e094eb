import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;

/** Every file of a zip archive, by name. Enough of the format for a small, whole, unencrypted workbook. */
function unzip(bytes) {
  let end = bytes.length - 22;
  while (bytes.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
  const files = new Map();
  let entry = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const method = bytes.readUInt16LE(entry + 10);
    const size = bytes.readUInt32LE(entry + 20);
    const nameLength = bytes.readUInt16LE(entry + 28);
    const name = bytes.toString('utf8', entry + 46, entry + 46 + nameLength);
    const local = bytes.readUInt32LE(entry + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + size);
    files.set(name, (method === 0 ? data : inflateRawSync(data)).toString('utf8'));
    entry += 46 + nameLength + bytes.readUInt16LE(entry + 30) + bytes.readUInt16LE(entry + 32);
  }
  return files;
}

const unescape = (xml) =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** The text of a shared string without its ruby runs (`rPh`), which would leak readings into the names. */
function sharedText(xml) {
  const plain = xml.replaceAll(/<rPh[\s\S]*?<\/rPh>/g, '');
  return [...plain.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map((run) => unescape(run[1])).join('');
}

/** The sheets of an .xlsx file as rows of `{ A: text, B: text, … }`, in the order of the workbook's parts. */
export function readWorkbook(bytes) {
  const files = unzip(bytes);
  const shared = [...files.get('xl/sharedStrings.xml').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(
    (item) => sharedText(item[1]),
  );
  const names = [...files.keys()]
    .filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))
    .sort((a, b) => a.localeCompare(b));
  return names.map((name) =>
    [...files.get(name).matchAll(/<row [^>]*>([\s\S]*?)<\/row>/g)].map((row) => {
      const cells = {};
      for (const [, attributes, content] of row[1].matchAll(
        /<c ([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g,
      )) {
        const value = content?.match(/<v>([^<]*)<\/v>/)?.[1];
        if (value === undefined) continue;
        const column = attributes.match(/r="([A-Z]+)/)[1];
        cells[column] = attributes.includes('t="s"') ? shared[Number(value)] : unescape(value);
      }
      return cells;
    }),
  );
}
