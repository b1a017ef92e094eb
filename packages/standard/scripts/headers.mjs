/**
 * Writes src/generated/headers.ts: the headers of all dictionaries in one small table (see src/headers.ts).
 *
 *   node scripts/headers.mjs
 *
 * To be run after a dictionary changed; a test says when. Needs a Node that reads TypeScript.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { datasets, loadDataset } from '../src/datasets.ts';

const english = JSON.parse(readFileSync(new URL('english-headers.json', import.meta.url), 'utf8'));

/** English words for a column of the recommended datasets: those of the first line that names it. */
function englishFor(name, names) {
  return english.words.flatMap(([senses, ...words]) =>
    senses.split(' ').find((sense) => names.has(sense)) === name ? words : [],
  );
}

const entries = new Map();
const lines = [];
const facilities = new Set();
for (const { id } of datasets) {
  for (const { id: generation, layout, columns, companion } of (await loadDataset(id))
    .generations) {
    for (const { name } of companion?.columns ?? []) facilities.add(name);
    const names = new Set(columns.map(({ name }) => name));
    const numbers = columns.map(({ name, aliases }) => {
      const words = generation === 'previous' ? englishFor(name, names) : [];
      const entry = [...new Set([name, ...aliases, ...words])].join('\t');
      if (!entries.has(entry)) entries.set(entry, entries.size.toString(36));
      return entries.get(entry);
    });
    lines.push([id, generation, layout, ...numbers].join(' '));
  }
}

writeFileSync(
  new URL('../src/generated/headers.ts', import.meta.url),
  `/** Written by scripts/headers.mjs from the dictionaries. One column a line: its name, then its aliases. */
export const columnWords = ${JSON.stringify([...entries.keys()].join('\n')).replaceAll(String.raw`\n`, '\\n\\\n')};

/** The headers of the file of facilities beside main files of the データモデル型. */
export const facilityWords = ${JSON.stringify([...facilities].join('\t'))};

/** One edition a line: dataset, generation, layout, then the numbers of its columns in base 36. */
export const editionLines = ${JSON.stringify(lines.join('\n')).replaceAll(String.raw`\n`, '\\n\\\n')};
`,
);
console.log(`${lines.length} editions, ${entries.size} columns`);
