// Writes dist/custom-elements.json and dist/jsx.d.ts from the docblock of the element's class.
import { join } from 'node:path';
import { writeDescription } from '../../../apps/tools/src/manifest/describe.ts';

await writeDescription(join(import.meta.dirname, '..'), 'src/element/benefit-navigator.ts');
