import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { AppInput } from '@yokoten/standard/app';
import { buildMap } from '../src/build.ts';
import { readDataFiles } from './golden-apps.ts';

const shelters = fileURLToPath(new URL('../../../../shared/data/shelters/', import.meta.url));

/** Files as municipalities published them, what is known about them, and how many rows stay out. */
const TOWNS: readonly {
  folder: string;
  files: RegExp;
  bbox: AppInput['municipality']['bbox'];
  rows: number;
  leftOut: number;
}[] = [
  {
    folder: 'hachioji-city-hazardmap',
    files: /csv$/,
    bbox: [139.15, 35.58, 139.44, 35.73],
    rows: 344,
    leftOut: 0,
  },
  {
    folder: 'hachioji-2021-entry',
    files: /csv$/,
    bbox: [139.15, 35.58, 139.44, 35.73],
    rows: 300,
    leftOut: 0,
  },
  // One longitude is 169.18: a place in the Pacific.
  { folder: 'echizen', files: /csv$/, bbox: [136, 35.7, 136.4, 36], rows: 28, leftOut: 1 },
  { folder: 'sabae', files: /csv$/, bbox: [136.1, 35.9, 136.3, 36], rows: 265, leftOut: 0 },
];

describe.runIf(existsSync(shelters))(
  'real files: every row is drawn, or left out with row and reason',
  () => {
    test.each(TOWNS)('$folder', async ({ folder, files, bbox, rows, leftOut }) => {
      const { document, problems, configProblems } = await buildMap({
        config: { credit: { source: '市' } },
        municipality: { name: { ja: '市' }, bbox, centroid: [bbox[0], bbox[1]] },
        files: readDataFiles(shelters + folder).filter(({ path }) => files.test(path)),
      });
      expect(configProblems).toEqual([]);
      expect(document.report).toEqual({ rows, shown: rows - leftOut, leftOut });
      const places = document.layers.flatMap((layer) => layer.places);
      expect(places).toHaveLength(rows - leftOut);
      expect(new Set(places.map((place) => place[2])).size).toBe(places.length);
      const reasons = problems.filter(({ severity }) => severity === 'error');
      expect(reasons).toHaveLength(leftOut);
      for (const { row, file, message } of reasons) {
        expect([typeof row, file.startsWith('data/'), message.ja.length > 0]).toEqual([
          'number',
          true,
          true,
        ]);
      }
    });
  },
);

test.skipIf(existsSync(shelters))('real files are not here: nothing to check', () => undefined);
