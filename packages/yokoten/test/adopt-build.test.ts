import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { yokoten } from '../src/vite.ts';
import { adoptFrom, oldMap } from './adopt-app.ts';

const template = fileURLToPath(new URL('../../../templates/disaster-map/', import.meta.url));

test('an adopted app is built as it is, and its page shows every row, raster and picture', async () => {
  const rows = Array.from({ length: 30 }, (_, row) => `施設${row},35.6${row + 10},139.3,"一\n二"`);
  const { folder } = await adoptFrom(
    oldMap({
      'hazardmap-config.jsonc': `{
        "prefecture": "東京都", "city": null, "shikuchoson": "八王子市",
        "tiles": [{ "name": "内水", "url": "https://tile.example.jp/{z}/{x}/{y}.png", "attribution": "見本市", "checked": true }]
      }`,
      'csv/01-▶避難する所.csv': `name,lat,lon,備考\n${rows.join('\n')}\n`,
      'images/01-凡例.png': Buffer.from('iVBORw0KGgo=', 'base64'),
    }),
  );
  symlinkSync(join(template, 'node_modules'), join(folder, 'node_modules'), 'junction');
  await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [yokoten({ lang: 'en' })],
  });
  const html = readFileSync(join(folder, 'dist/index.html'), 'utf8');
  expect(html).toContain('八王子市ハザードマップ');
  expect(html).toContain('https://tile.example.jp');
  const [, path = ''] = /<disaster-map src="\.\/([^"]+)"/.exec(html) ?? [];
  expect(JSON.parse(readFileSync(join(folder, 'dist', path), 'utf8'))).toMatchObject({
    report: { rows: 30, shown: 30, leftOut: 0 },
    layers: [{ title: { ja: '避難する所' } }],
    hazardLayers: [{ title: { ja: '内水' }, credit: { source: { ja: '見本市' } } }],
    shownHazardLayer: 'raster-1',
    pictures: [{ title: { ja: '凡例' } }],
  });
  expect(readFileSync(join(folder, 'dist/images/01-凡例.png'))).toHaveLength(8);
}, 60_000);
