import type { Country } from '../lower/country.ts';
import { literal, quote } from './quote.ts';

function mapOf(name: string, entries: ReadonlyMap<string, unknown>): string[] {
  return [
    `${name}:new Map([`,
    ...[...entries].map(([key, text]) => `[${quote(key)},${literal(text)}],`),
    ']),',
  ];
}

/** Formulas as they are written, and what is said about parameters and entities: what the Web API tells. */
export function writePackTexts({ texts }: Country): string {
  return [
    '// In the words of the authors of the rules; see LICENSE and NOTICE beside this file.',
    'export const texts={',
    `folder:${quote(texts.folder)},`,
    ...mapOf('variables', texts.variables),
    ...mapOf('parameters', texts.parameters),
    ...mapOf('entities', texts.entities),
    '}',
    '',
  ].join('\n');
}
