import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { isQuick } from '../../../apps/tools/src/tier.ts';
import { OpenDataError } from '../src/error.ts';
import { exportCsv, exportGeoJson } from '../src/export/index.ts';
import { exportXlsx } from '../src/export/xlsx.ts';
import { read } from '../src/read.ts';
import { examineFile, reportHtml, reportText } from '../src/report/index.ts';
import type { Table } from '../src/table.ts';

/** Files as municipalities publish them. They are not part of the project: without them there is nothing to test. */
const folder = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const all = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /^(?:facilities|shelters|dirty|population|kml|events)\//u.test(name))
      .filter(
        (name) => /\.(?:csv|tsv|geojson|json|xlsx|kml|kmz)$/u.test(name) && !name.includes('gsi/'),
      )
      .sort()
  : [];
if (all.length === 0) console.log('real files: none at ../shared/data, nothing to report on');
/** Each sixth in the quick tier. */
const files = all.filter((_, at) => !isQuick || at % 6 === 0);

/** The rows that hold something, without blank cells at their end, with line breaks as Excel has them. */
const filled = ({ rows }: Table): string[][] =>
  rows
    .map(({ cells }) => cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1))
    .filter((cells) => cells.length > 0)
    .map((cells) => cells.map((cell) => cell.replaceAll(/\r\n?/gu, '\n')));

describe.skipIf(files.length === 0)('reports on real files', () => {
  test.each(files)('%s: what is written is read again, and no worse', async (file) => {
    let first;
    try {
      first = await examineFile(readFileSync(folder + file), { file });
    } catch (error) {
      expect(error).toBeInstanceOf(OpenDataError);
      return;
    }
    const { report, corrected } = first;
    const { table, mapping } = corrected;
    expect(report.score.corrected.points).toBeGreaterThanOrEqual(report.score.published.points);
    expect(reportHtml(report)).toContain('</html>');
    expect(reportText(report)).not.toBe('');
    expect(exportGeoJson(table, mapping).features).toHaveLength(table.rows.length);

    const csv = await examineFile(exportCsv(table, mapping).bytes, { file, as: mapping.dataset });
    expect(csv.report.counts.error).toBeLessThanOrEqual(report.counts.error);
    expect(csv.report.counts.warning).toBeLessThanOrEqual(report.counts.warning);
    const [sheet] = await read(exportXlsx({ table, mapping }), { file });
    expect(sheet === undefined ? [] : filled(sheet)).toEqual(filled(csv.corrected.table));
  });
});
