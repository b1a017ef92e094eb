import type { Pack } from '@yokoten/rules';
import type { LegalSource, PackSources } from '../model/source.ts';
import type { CompiledReferences } from './compiled-pack.ts';

/** Sources for a pack's own references: what is an https address is a link, anything else its own title. */
export function sourcesOfReferences(
  { variables }: Pack,
  references: CompiledReferences,
): PackSources {
  const sources = variables.flatMap(({ name, formulas }): [string, LegalSource[]][] => {
    const found = references.get(name)?.reference ?? [];
    const from = formulas?.[0]?.from ?? '0001-01-01';
    return found.length === 0 ? [] : [[name, found.map((one) => sourceOf(one, from))]];
  });
  return { variables: Object.fromEntries(sources), parameters: {} };
}

function sourceOf(reference: string, from: string): LegalSource {
  const url = URL.canParse(reference) ? new URL(reference) : undefined;
  if (url?.protocol !== 'https:') return { title: { ja: reference }, from };
  return { title: { ja: url.hostname }, url: url.href, from };
}
