// Compiles the sample schemes of demo/ into src/generated/demo. After a change of theirs: npm run build, node scripts/demo.mjs, build again.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkSchemes, schemeFiles } from '../dist/build.js';

const folder = join(import.meta.dirname, '..');
const out = join(folder, 'src/generated/demo');
process.chdir(folder);
const { findings, compiled, passed, failed } = await checkSchemes(schemeFiles(['demo']));
for (const { place, text } of findings) console.error(`${place?.file}:${place?.line}: ${text.en}`);
console.error(`${passed} passed, ${failed} failed`);
if (compiled === undefined || findings.length > 0) process.exit(1);

const head = '// Compiled from the schemes of demo/ by scripts/demo.mjs.';
await rm(out, { recursive: true, force: true });
await mkdir(join(out, 'texts'), { recursive: true });
await writeFile(
  join(out, 'data.ts'),
  `${head}\nimport type { SchemeData } from '../../schemes/data.ts';\n\nexport const data: SchemeData = ${JSON.stringify(compiled.data)};\n`,
);
for (const [tag, texts] of compiled.texts)
  await writeFile(
    join(out, `texts/${tag}.ts`),
    `${head}\nimport type { PackTexts } from '../../../model/texts.ts';\n\nexport const texts: PackTexts = ${JSON.stringify(texts)};\n`,
  );
