import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { disasterMap } from '@yokoten/disaster-map/build';
import { evacuationHazardColumns } from '@yokoten/standard/datasets';
import { figure, type Figure } from '../figure.ts';
import type { Site } from './sites.ts';

/** How hosts that compress while they answer do it (GitHub Pages, nginx as it comes; a content network with Brotli). */
const GZIP_LEVEL = 6;
const BROTLI_QUALITY = 5;

/** What a page loads that shows every emergency site of the country, as our build writes it. */
export async function* transfer(sites: readonly Site[]): AsyncGenerator<Figure> {
  const what = `${sites.length.toLocaleString('en')} emergency sites with 8 hazard flags`;
  const plain = await written(sites, []);
  yield figure(`${what}, gzip -${GZIP_LEVEL}`, gzipped(plain), 'MB', '<= 2');
  const brotli = brotliCompressSync(plain, {
    params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY },
  });
  yield figure(`${what}, Brotli ${BROTLI_QUALITY}`, brotli.length / 1e6, 'MB');
  const addressed = await written(sites, ['所在地_連結表記']);
  yield figure(`${what} and addresses, gzip -${GZIP_LEVEL}`, gzipped(addressed), 'MB');
}

function gzipped(bytes: Uint8Array): number {
  return gzipSync(bytes, { level: GZIP_LEVEL }).length / 1e6;
}

/** The file that an app's build writes for one table in the layout of the standard dataset. */
async function written(sites: readonly Site[], more: readonly string[]): Promise<Uint8Array> {
  const header = ['名称', '緯度', '経度', ...evacuationHazardColumns, ...more];
  const lines = sites.map(({ name, lat, lng, flags, address }) =>
    [name, lat, lng, ...flags, ...more.map(() => address)].map(quoted).join(','),
  );
  const { configProblems, document, file } = await disasterMap.build({
    config: {
      title: { ja: '全国' },
      credit: { source: { ja: '国土地理院' }, licence: null },
      layers: [{ name: '指定緊急避難場所', blank: 'not-designated' }],
    },
    municipality: { name: { ja: '全国' }, bbox: [122, 20, 154, 46], centroid: [138, 36] },
    files: [
      {
        path: 'data/指定緊急避難場所.csv',
        bytes: new TextEncoder().encode([header.join(','), ...lines].join('\r\n')),
      },
    ],
  });
  const [problem] = configProblems;
  if (problem !== undefined) throw new Error(JSON.stringify(problem));
  const { report } = document as { report: { shown: number } };
  if (report.shown < sites.length * 0.999) throw new Error(`${report.shown} sites are shown.`);
  return new TextEncoder().encode(JSON.stringify(file ?? document));
}

function quoted(cell: string | number): string {
  return `"${String(cell).replaceAll('"', '""')}"`;
}
