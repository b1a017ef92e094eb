// Writes dist/custom-elements.json and dist/jsx.d.ts from the docblock of the element's class.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readContract } from '../../../apps/tools/src/manifest/contract.ts';
import { customElements } from '../../../apps/tools/src/manifest/custom-elements.ts';
import { jsxTypes } from '../../../apps/tools/src/manifest/jsx.ts';

const folder = join(import.meta.dirname, '..');
const MODULE = 'src/element/benefit-navigator.ts';

/** Both files, as text. */
export async function describeElement(): Promise<{ readonly json: string; readonly jsx: string }> {
  const contract = readContract(await readFile(join(folder, MODULE), 'utf8'));
  const json = `${JSON.stringify(customElements(contract), undefined, 2)}\n`;
  return { json, jsx: jsxTypes(contract) };
}

if (import.meta.main) {
  const { json, jsx } = await describeElement();
  await writeFile(join(folder, 'dist/custom-elements.json'), json);
  await writeFile(join(folder, 'dist/jsx.d.ts'), jsx);
  // An entry that has types alone is refused by some tools.
  await writeFile(join(folder, 'dist/jsx.js'), 'export {};\n');
}
