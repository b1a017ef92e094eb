import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { examineFile, reportHtml } from '../src/report/index.ts';

/** A made-up list with one of each: the twins beside it are written on the first run, to be read by a person. */
const file = 'toilets.csv';
const folder = fileURLToPath(new URL('golden/report/', import.meta.url));
const municipality = { code: '132012', bbox: [139.1, 35.5, 139.6, 35.8] } as const;

test('the report of a list, as JSON and as a page', async () => {
  const bytes = readFileSync(folder + file);
  const { report } = await examineFile(bytes, { file, as: 'public-toilet', municipality });
  await expect(`${JSON.stringify(report, null, 2)}\n`).toMatchFileSnapshot(
    `${folder}${file}.golden.json`,
  );
  // The stylesheet is left out: it is the same in every page.
  const page = reportHtml(report)
    .replace(/<style>[^<]*<\/style>/u, '')
    .replaceAll(/\n\s+/gu, '\n');
  await expect(page).toMatchFileSnapshot(`${folder}${file}.golden.html`);
});
