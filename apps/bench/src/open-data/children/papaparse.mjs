import { readFileSync } from 'node:fs';
import { finish } from './finish.mjs';
import { peer } from './peer.mjs';

// Objects only: nothing is checked.
const [file = ''] = process.argv.slice(2);
const { data } = peer('papaparse').parse(readFileSync(file, 'utf8'), {
  header: true,
  skipEmptyLines: true,
});
finish({ rows: data.length, counts: {}, first: [], missing: [] });
