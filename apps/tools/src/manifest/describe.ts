import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readContract } from './contract.ts';
import { customElements } from './custom-elements.ts';
import { jsxTypes } from './jsx.ts';

/** custom-elements.json and jsx.d.ts as text, from the docblock of an element's class. */
export async function describeElement(
  module: string,
): Promise<{ readonly json: string; readonly jsx: string }> {
  const contract = readContract(await readFile(module, 'utf8'));
  const json = `${JSON.stringify(customElements(contract), undefined, 2)}\n`;
  return { json, jsx: jsxTypes(contract) };
}

/** Writes both into the dist/ of the package in `folder`; `module` is the path of the class in it. */
export async function writeDescription(folder: string, module: string): Promise<void> {
  const { json, jsx } = await describeElement(join(folder, module));
  await writeFile(join(folder, 'dist/custom-elements.json'), json);
  await writeFile(join(folder, 'dist/jsx.d.ts'), jsx);
  // An entry that has types alone is refused by some tools.
  await writeFile(join(folder, 'dist/jsx.js'), 'export {};\n');
}
