import { closeSync, openSync, writeSync } from 'node:fs';
import { cp932Encoder } from './cp932.ts';
import { shelterRows } from './shelter-rows.ts';

const SEED = 20_260_401;
const LINES_AT_ONCE = 2000;

export interface ShelterFile {
  readonly rows: number;
  readonly dirtyPercent: number;
  readonly encoding: 'utf-8' | 'cp932';
}

/** Writes a list of shelters; the same bytes in every run. */
export async function writeShelterFile(path: string, file: ShelterFile): Promise<void> {
  const encoder = new TextEncoder();
  const encode =
    file.encoding === 'utf-8' ? (text: string) => encoder.encode(text) : cp932Encoder();
  const rows = await shelterRows(SEED);
  const to = openSync(path, 'w');
  try {
    let lines: string[] = [];
    for (const line of rows.lines(file.rows, file.dirtyPercent)) {
      lines.push(line);
      if (lines.length < LINES_AT_ONCE) continue;
      writeSync(to, encode(lines.join('')));
      lines = [];
    }
    writeSync(to, encode(lines.join('')));
  } finally {
    closeSync(to);
  }
}
