import type { BenefitPack } from '../model/pack.ts';

/** The pack in a module or property, or what was there instead. */
export function readPack(
  value: unknown,
): { readonly pack: BenefitPack } | { readonly got: string } {
  if (typeof value !== 'object' || value === null) return { got: typeof value };
  const missing = ['id', 'rules', 'household', 'programmes', 'questions', 'languages'].filter(
    (key) => !(key in value),
  );
  const functions = ['steps', 'texts'].filter(
    (key) => typeof (value as Readonly<Record<string, unknown>>)[key] !== 'function',
  );
  const lacking = [...missing, ...functions];
  if (lacking.length > 0) return { got: `an object without ${lacking.join(', ')}` };
  return { pack: value as BenefitPack };
}

/**
 * Loads a module and takes its default export, or the export `pack`.
 * @param src an address, absolute or from the page
 */
export async function loadPack(src: string): Promise<unknown> {
  const address = new URL(src, document.baseURI).href;
  const loaded = (await import(/* @vite-ignore */ address)) as Readonly<Record<string, unknown>>;
  return loaded['default'] ?? loaded['pack'];
}
