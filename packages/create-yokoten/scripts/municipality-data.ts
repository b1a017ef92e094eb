import { municipalities } from '@yokoten/standard/municipalities';
import type { Plugin } from 'vite';
import { TABLE_HEAD } from '../src/municipality.ts';

/** Columns of the table that say where a municipality lies; a scaffolder asks for names and codes only. */
const POSITIONS = ['wests', 'souths', 'widths', 'heights', 'xs', 'ys'] as const;

/** Columns that the table of `municipalityTable` has already: read from it, beside the search. */
const IN_TABLE: Readonly<Record<string, string>> = {
  codes: 'rows.map(([code], i) => code.slice(0, 5) - (i && rows[i - 1][0].slice(0, 5))).join()',
  names: 'rows.map(([, name]) => name).join()',
  latinStems:
    "rows.map(([, , latin]) => latin.split(',')[0].replace(/ (Prefecture|City|Ward|Town|Village)$/, '')).join()",
};

const READING = `import { readFileSync } from 'node:fs';
import { join } from 'node:path';
const rows = readFileSync(join(import.meta.dirname, 'municipalities.txt'), 'utf8').trim().split('\\n').slice(1).map((line) => line.split('\\t'));
`;

/** Leaves two thirds of the search's bytes out: positions become empty columns, what the table has is read from it. */
export const leanColumns: Plugin = {
  name: 'lean-columns',
  transform(code, id) {
    if (!/generated[\\/]municipalities\.[jt]s$/.test(id)) return undefined;
    const replacements = {
      ...Object.fromEntries(POSITIONS.map((name) => [name, '""'])),
      ...IN_TABLE,
    };
    return Object.entries(replacements).reduce((text, [column, value]) => {
      const declared = new RegExp(`(export const ${column} =)\\s*"[^"]*"`);
      if (!declared.test(text)) throw new Error(`The table has no column "${column}".`);
      return text.replace(declared, (_, start: string) => `${start} ${value}`);
    }, READING + code);
  },
};

/**
 * A line `code⇥name⇥latin` for each, in the order of the codes, after a line of `TABLE_HEAD` bytes that says at which byte
 * the lines of each prefecture begin, and the last ones end.
 */
export function municipalityTable(): string {
  const offsets: number[] = [];
  let text = '';
  let end = TABLE_HEAD;
  for (const { code, name, latin } of municipalities()) {
    const line = `${code}\t${name}\t${latin}\n`;
    if (offsets.length < Number(code.slice(0, 2))) offsets.push(end);
    text += line;
    end += Buffer.byteLength(line);
  }
  const head = [...offsets, end].join().padEnd(TABLE_HEAD - 1);
  if (head.length !== TABLE_HEAD - 1)
    throw new Error('There are more prefectures than the head has room for.');
  return `${head}\n${text}`;
}
