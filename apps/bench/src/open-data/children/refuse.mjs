import { readFileSync } from 'node:fs';
import { OpenDataError } from '@yokoten/open-data';
import { read } from '@yokoten/open-data/read';
import { finish } from './finish.mjs';

const [file] = process.argv.slice(2);
const began = performance.now();
let code = null;
if (file !== undefined) {
  try {
    await read(readFileSync(file), { file });
  } catch (error) {
    if (!(error instanceof OpenDataError)) throw error;
    code = error.code;
  }
}
finish({ code, seconds: (performance.now() - began) / 1000 });
