import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { isQuick } from '../../../apps/tools/src/tier.ts';
import { buildApp } from '../src/build.ts';

const folder = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const KINDS = ['events', 'facilities', 'lunch', 'population', 'shelters', 'support', 'gtfs'];
const isHere = existsSync(folder);
if (!isHere) console.log('packages/open-data-app: the real files are not here, none is built.');

/** Each sixth in the quick tier. */
const files = KINDS.filter((kind) => existsSync(folder + kind))
  .flatMap((kind) =>
    readdirSync(folder + kind, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(csv|tsv|txt|xlsx|geojson|json)$/i.test(entry.name))
      .map(({ parentPath, name }) => `${parentPath}/${name}`.replaceAll('\\', '/')),
  )
  .filter((_, at) => !isQuick || at % 6 === 0);

test.skipIf(!isHere)(
  'of every real file each row is listed with a page of its own, or the file is refused with a reason',
  async () => {
    let built = 0;
    for (const file of files) {
      const path = `data/${file.slice(file.lastIndexOf('/') + 1)}`;
      const { document, pages, problems, configProblems } = await buildApp({
        config: {},
        municipality: { name: { ja: '見本市' }, bbox: [122, 20, 154, 46] },
        files: [{ path, bytes: readFileSync(file) }],
      });
      if (configProblems.length > 0) {
        expect([file, document.records.length]).toEqual([file, 0]);
        for (const { message } of configProblems) expect(message.ja).toContain(path);
        continue;
      }
      built += 1;
      const ids = new Set(document.records.map(([id]) => id));
      expect([file, ids.size]).toEqual([file, document.records.length]);
      expect(document.records.length).toBe(document.report.rows);
      if (document.hasPages)
        for (const id of ids) expect(pages.has(`records/${id}.html`)).toBe(true);
      const own = document.columns.findIndex(({ kind }) => kind === 'name');
      const nameless = document.records.filter(([, name, , cells]) => !name && !cells[own]);
      expect([file, nameless.length]).toEqual([file, 0]);
      const unplaced = document.records.filter(([, , at]) => at === null).length;
      if (unplaced < document.records.length)
        expect([file, problems.length >= unplaced]).toEqual([file, true]);
    }
    expect(built).toBeGreaterThan(files.length / 2);
  },
  120_000,
);
