import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canOpenPages, closeBrowser, openPage, phone } from '../../../apps/tools/src/page.ts';
import { serveFolder } from '../../../apps/tools/src/serve.ts';
import { answerAll } from './template-site.ts';

const template = fileURLToPath(new URL('../../../templates/benefits-navigator/', import.meta.url));

const SCHEME = `制度,種類,だれに,年度末年齢以上,年度末年齢以下,額,から,根拠,説明,書類
給食の助け,毎月,子,7,12,"4,000円",2024-04-01,見本要綱 第2条,小学生の給食費を助けます。,申請書；口座が分かるもの
給食の助け,毎月,子,13,15,"5,000円",2024-04-01,見本要綱 第2条,,
`;
const EXAMPLES = `制度,例,月,子の生年月日,対象,額
給食の助け,小学生,2026-10,2016-04-01,はい,"4,000円"
給食の助け,小学生と中学生,2026-10,2016-04-01；2012-05-01,はい,"9,000円"
給食の助け,高校生,2026-10,2009-05-01,いいえ,0円
`;

describe('a scheme that an official wrote as two tables', () => {
  let root = '';
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'yokoten-tables-'));
    await cp(template, root, {
      recursive: true,
      filter: (from) => !/[\\/](node_modules|dist)$/.test(from),
    });
    await symlink(join(template, 'node_modules'), join(root, 'node_modules'), 'junction');
    await writeFile(join(root, 'schemes/70-給食.csv'), SCHEME);
  });
  afterAll(async () => {
    await closeBrowser();
    await rm(root, { recursive: true });
  });

  const publish = async (examples: string): Promise<void> => {
    await writeFile(join(root, 'schemes/71-給食の例.csv'), examples);
    await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'silent' });
  };

  test('whose example does not come out is not published, and the cell is named', async () => {
    const wrong = publish(EXAMPLES.replace('"9,000円"', '"8,000円"'));
    await expect(wrong).rejects.toThrow(/71-給食の例\.csv/);
    await expect(wrong).rejects.toThrow(/benefits\/example-failed/);
  });

  test.skipIf(!canOpenPages)(
    'is published with the others, and asked and told like them',
    async () => {
      await publish(EXAMPLES);
      const server = await serveFolder(join(root, 'dist'));
      const { page, complaints, close } = await openPage(server.url, phone);
      await answerAll(page, { children: ['2016-05-01'], numbers: '2000000', choice: 0 }, (one) => one.tap()); // prettier-ignore
      const shown = page.locator('benefit-navigator .result', { hasText: '給食の助け' });
      expect(await shown.getAttribute('data-status')).toBe('eligible');
      expect(await shown.innerText()).toContain('1か月に4,000円');
      await shown.locator('[data-details]').tap();
      const told = await page.locator('benefit-navigator [data-screen]').innerText();
      for (const words of ['小学生の給食費を助けます。', '申請書', '見本要綱 第2条']) expect(told).toContain(words); // prettier-ignore
      expect(complaints).toEqual([]);
      await close();
      await server.close();
    },
  );
});
