import type { Pack } from '@yokoten/rules';
import type { PackTexts, VariableTexts } from '../model/texts.ts';
import type { CompiledLabels } from './compiled-pack.ts';

/**
 * The words of a compiled pack: its authors' labels, and over them what somebody wrote for this page. A variable without a label is
 * called by its name.
 * @param own words of a language; what is missing falls back to the labels
 */
export function textsOfLabels(
  { origin, variables }: Pack,
  labels: CompiledLabels,
  own: Partial<PackTexts> & { readonly language: string },
): PackTexts {
  const named = variables.map(({ name }): [string, VariableTexts] => {
    const { label = name.replaceAll('_', ' '), unit } = labels.get(name) ?? {};
    return [name, { label, ...(unit !== undefined && { unit }) }];
  });
  return {
    reviewed: false,
    title: origin.name,
    programmes: {},
    ...own,
    variables: { ...Object.fromEntries(named), ...own.variables },
  };
}
