import type { Fault, Place } from './fault.ts';
import { inLanguage, type Language } from './language.ts';
import { printable } from './terminal-text.ts';

/** A fault as lines for a terminal: place first, then what to do, the code at the end. */
export function describeFaults(faults: readonly Fault[], language: Language): string {
  return faults
    .map(({ code, message, place }) => {
      const text = inLanguage(message, language).split('\n').map(printable).join('\n');
      // What is said about a whole data file begins with its name.
      const named = place === undefined || text.startsWith(place.file);
      const where = named ? '' : `${describePlace(place)}\n`;
      return `${where}${text}\n(${code})`;
    })
    .join('\n\n');
}

/** `file:line:column`, which editors and terminals turn into a link. */
function describePlace({ file, line, column }: Place): string {
  return [printable(file), line, column].filter((part) => part !== undefined).join(':');
}
