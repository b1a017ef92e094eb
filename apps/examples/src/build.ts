import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildExample, exampleIds } from './build-example.ts';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const ids = exampleIds();
mkdirSync(dist, { recursive: true });
for (const id of ids) await buildExample(id, join(dist, id));
const items = ids.map((id) => `<li><a href="./${id}/">${id}</a></li>`).join('');
writeFileSync(
  join(dist, 'index.html'),
  `<!doctype html><html lang="ja"><meta charset="utf-8"><title>Yokoten: 例</title><h1>設定だけで作った地図</h1><ul>${items}</ul></html>\n`,
);
