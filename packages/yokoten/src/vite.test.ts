import { build } from 'vite';
import { expect, test } from 'vitest';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CONFIG, temporaryApp } from '../test/temporary-app.ts';
import { yokoten } from './vite.ts';

test('try', async () => {
  await using app = await temporaryApp(CONFIG, { 'data/01-避難所.csv': 'いち\n!に\nさん' });
  await build({ root: app.root, configFile: false, logLevel: 'warn', plugins: [yokoten()] });
  console.log(await readdir(join(app.root, 'dist'), { recursive: true }));
  console.log(await readFile(join(app.root, 'dist/index.html'), 'utf8'));
  console.log(await readFile(join(app.root, 'dist/yokoten.json'), 'utf8'));
});
