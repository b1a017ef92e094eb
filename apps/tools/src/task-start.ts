import { buildWorkspace, install } from './prepare.ts';
import { run } from './run.ts';

/** `npm start`: Hachioji's disaster map on http://localhost:5173. */
export async function start(args: string[]): Promise<void> {
  await install();
  await buildWorkspace('@yokoten-apps/hachioji^...');
  await run('pnpm', ['--dir', 'apps/hachioji', 'exec', 'vite', ...args], { output: 'own' });
}
