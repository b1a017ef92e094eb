import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveFolder } from '@yokoten-tools/tools/serve';
import { build } from 'vite';

const template = fileURLToPath(new URL('../../../../templates/open-data-app', import.meta.url));
const LEFT_OUT: ReadonlySet<string> = new Set(['node_modules', 'dist', '.turbo', 'data']);

/** The template, built with a made up table. */
export interface TableSite {
  readonly url: string;
  /** Address of one record, relative to `url`. */
  readonly record: string;
  close(): Promise<void>;
}

/** Builds and serves the template for a table of `count` facilities. */
export async function tableSite(count: number): Promise<TableSite> {
  const root = await mkdtemp(join(tmpdir(), 'yokoten-bench-'));
  await cp(template, root, { recursive: true, filter: (path) => !LEFT_OUT.has(basename(path)) });
  await symlink(join(template, 'node_modules'), join(root, 'node_modules'), 'junction');
  await mkdir(join(root, 'data'));
  await writeFile(join(root, 'data/facilities.csv'), table(count));
  await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'silent' });
  const server = await serveFolder(join(root, 'dist'));
  return {
    url: server.url,
    record: count > 5000 ? 'records/?id=f4321' : 'records/f4321.html',
    async close() {
      await server.close();
      await rm(root, { recursive: true });
    },
  };
}

const KINDS = ['公民館', '図書館', '体育館', '児童館', '公園', '学校', '病院', '駐車場'];
const PARTS = ['北', '南', '東', '西', '中央'];

/** Rows as a town's list of facilities has them, each with what all twelve columns say. */
function table(count: number): string {
  const header =
    'ID,名称,名称_カナ,所在地_連結表記,緯度,経度,電話番号,種別,地区,車椅子可,定員,説明';
  const rows = Array.from({ length: count }, (_, at) => {
    const kind = KINDS[at % KINDS.length] ?? '';
    const part = PARTS[at % PARTS.length] ?? '';
    const lat = 32.5 + ((at * 7919) % 10_000) / 1e5;
    const lng = 141 + ((at * 104_729) % 15_000) / 1e5;
    return [
      `F${at}`,
      `${part}${kind}${at}`,
      `シセツ${at}`,
      `見本県見本市${part}${(at % 30) + 1}丁目${(at % 97) + 1}番${(at % 13) + 1}号`,
      lat.toFixed(5),
      lng.toFixed(5),
      `000-${String(at % 1000).padStart(3, '0')}-${String(at % 10_000).padStart(4, '0')}`,
      kind,
      `${part}地区`,
      at % 3 === 0 ? '有' : '無',
      String((at % 40) * 10),
      `${part}地区の${kind}です。${(at % 12) + 1}月に設備を新しくしました。`,
    ].join(',');
  });
  return `${header}\n${rows.join('\n')}\n`;
}
