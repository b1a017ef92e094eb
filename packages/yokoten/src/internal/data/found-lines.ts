import type { CatalogueEntry, FindResult } from '@yokoten/open-data/catalogue';
import { inLanguage, type Language } from '../language.ts';
import { printable } from '../terminal-text.ts';

/** What was found, one block per entry, and what became of each catalogue. */
export function foundLines({ entries, sources, cursor }: FindResult, language: Language): string[] {
  const ja = language === 'ja';
  const lines = entries.flatMap((entry) => [...entryLines(entry, ja), '']);
  lines.push(ja ? `${entries.length}件見つかりました。` : `${entries.length} found.`);
  for (const { source, status, error } of sources) {
    if (error === undefined || status !== 'failed') continue;
    lines.push(`${source}: ${printable(inLanguage(error.text, language))}  (${error.code})`);
  }
  if (cursor !== undefined) lines.push(ja ? `続き: --cursor ${cursor}` : `More: --cursor ${cursor}`);
  return lines;
}

function entryLines(entry: CatalogueEntry, ja: boolean): string[] {
  const { title, publisher, licence, updated, resources, source } = entry;
  const unstated = ja ? 'ライセンスの記載なし' : 'licence unstated';
  const facts = [
    publisher,
    licence.id === 'unstated' ? unstated : (licence.written ?? licence.id),
    updated?.iso ?? updated?.written,
    source,
  ].filter((fact) => fact !== undefined);
  return [
    printable(title),
    `  ${facts.map(printable).join(' · ')}`,
    ...resources.map(({ format, url }) => `  ${printable(format ?? '?')}  ${printable(url)}`),
  ];
}
