import { municipalities } from '@yokoten/standard/municipalities';
import type { Plugin } from 'vite';

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
const rows = readFileSync(join(import.meta.dirname, 'municipalities.txt'), 'utf8').trim().split('\\n').map((line) => line.split('\\t'));
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

/** A line `code⇥name⇥latin` for each, in the order of the codes. It begins with a line break: see src/municipality.ts. */
export function municipalityTable(): string {
  const lines = municipalities().map(({ code, name, latin }) => `${code}\t${name}\t${latin}\n`);
  return `\n${lines.join('')}`;
}
