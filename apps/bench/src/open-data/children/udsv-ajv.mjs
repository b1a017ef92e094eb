import { createReadStream, readFileSync } from 'node:fs';
import { finish } from './finish.mjs';
import { peer } from './peer.mjs';

const [file = '', schemaPath = '', how] = process.argv.slice(2);
const { Ajv } = peer('ajv');
const { inferSchema, initParser } = peer('udsv');
const schema = JSON.parse(readFileSync(schemaPath, 'utf8'));
const validate = new Ajv({ allErrors: true, unicodeRegExp: true }).compile(schema);

let rows = 0;
/** @type {Map<string, number>} */
const counts = new Map();
if (how === 'whole') {
  const text = readFileSync(file, 'utf8');
  const parser = initParser(inferSchema(text, { trim: false }));
  for (const row of parser.stringObjs(text)) take(row);
} else {
  const decoder = new TextDecoder();
  let parser;
  for await (const bytes of createReadStream(file)) {
    const text = decoder.decode(bytes, { stream: true });
    parser ??= initParser(inferSchema(text, { trim: false }));
    parser.chunk(text, parser.stringObjs, take);
  }
  parser?.end();
}
finish({ rows, counts: Object.fromEntries(counts), first: [], missing: [] });

/** @param {object} row */
function take(row) {
  rows++;
  if (validate(row)) return;
  for (const { keyword, instancePath } of validate.errors ?? []) {
    const key = `${keyword} ${instancePath}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
}
