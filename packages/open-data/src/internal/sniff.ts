import type { FileCode } from '../problem-code.ts';

/** How gzip, PNG, JPEG, GIF, 7z and RAR files begin, one character per byte. */
const BINARY = ['\x1f\x8b', '\x89PNG', '\xff\xd8\xff', 'GIF8', '7z\xbc\xaf', 'Rar!'];

/** What the leading bytes say a file is when it is certainly no table of text; `undefined` otherwise. */
export function foreignFormat(bytes: Uint8Array): FileCode | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 4096));
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) {
    const workbook = head.includes('[Content_Types].xml') || head.includes('xl/');
    return workbook ? 'open-data/excel-instead-of-csv' : 'open-data/zip-instead-of-csv';
  }
  if (head.startsWith('\xd0\xcf\x11\xe0')) return 'open-data/excel-instead-of-csv';
  if (head.startsWith('%PDF')) return 'open-data/pdf-instead-of-csv';
  if (BINARY.some((signature) => head.startsWith(signature))) return 'open-data/not-text';
  return undefined;
}

/** The same question for decoded text; `json` where it reads like JSON. */
export function textFormat(head: string): FileCode | 'json' | undefined {
  const start = head.trimStart();
  if (start === '') return undefined;
  if (/^<(?:!doctype\s+html|html|head|body|meta|script)\b/iu.test(start)) {
    return 'open-data/html-instead-of-csv';
  }
  if (/^<(?:\?xml|!doctype\s|!--|[a-z][\w:-]*[\s/>])/iu.test(start))
    return 'open-data/xml-instead-of-csv';
  if (/^(?:\{\s*["}]|\[\s*["[{\]])/u.test(start)) return 'json';
  return undefined;
}
