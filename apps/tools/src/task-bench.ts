import { join } from 'node:path';
import { findBrowser } from './browser.ts';
import { buildWorkspace, install } from './prepare.ts';
import { root, run } from './run.ts';

/** `pnpm bench NAME [--quick]`: figures as JSON lines on stdout, and into docs/benchmarks.md. */
export async function bench(args: string[]): Promise<void> {
  await install();
  await buildWorkspace('./packages/*');
  const { packAll } = await import('./pack.ts');
  await packAll();
  const browser = await findBrowser();
  await run('node', [join(root, 'apps/bench/src/main.ts'), ...args], {
    output: 'own',
    env: { ...browser?.env, CHROME_PATH: browser?.path },
  });
}
