import { municipalities } from '@yokoten/standard/municipalities';
import type { Plugin } from 'vite';

/** Columns of the table that say where a municipality lies; a scaffolder asks for names and codes only. */
const POSITIONS = ['wests', 'souths', 'widths', 'heights', 'xs', 'ys'] as const;

/** Leaves a third of the search's bytes out: the positions of the municipalities become empty columns. */
export const withoutPositions: Plugin = {
  name: 'without-positions',
  transform(code, id) {
    if (!/generated[\\/]municipalities\.[jt]s$/.test(id)) return undefined;
    return POSITIONS.reduce((text, column) => {
      const shorter = text.replace(new RegExp(`(export const ${column} =)\\s*"[^"]*"`), '$1 ""');
      if (shorter === text) throw new Error(`The table has no column "${column}".`);
      return shorter;
    }, code);
  },
};

/** A line `code⇥name⇥latin` for each, in the order of the codes. It begins with a line break: see src/municipality.ts. */
export function municipalityTable(): string {
  const lines = municipalities().map(({ code, name, latin }) => `${code}\t${name}\t${latin}\n`);
  return `\n${lines.join('')}`;
}
