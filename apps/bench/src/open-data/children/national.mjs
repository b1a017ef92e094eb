import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { unify } from '@yokoten/open-data/unify';
import { finish } from './finish.mjs';

const [folder = ''] = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.json'),
);
const began = performance.now();
const { ledger } = await unify(
  files.map((file) => ({
    file,
    bytes: () => readFileSync(join(folder, file)),
    as: 'evacuation-space',
  })),
);
const seconds = (performance.now() - began) / 1000;
/** @param {'rows' | 'merged'} key */
const sum = (key) => ledger.reduce((total, one) => total + one[key], 0);
/** @param {string} wanted */
const count = (wanted) => ledger.filter(({ status }) => status === wanted).length;
finish({
  seconds,
  rows: sum('rows'),
  merged: sum('merged'),
  skipped: count('skipped'),
  failed: count('failed'),
});
