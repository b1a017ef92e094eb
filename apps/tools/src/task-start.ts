import { buildWorkspace, install } from './prepare.ts';
import { run, StepFailed } from './run.ts';

const APPS = ['hachioji', 'playground'] as const;

/**
 * `npm start`: Hachioji's disaster map on http://localhost:5173; `npm start -- playground`: the page that checks data
 * files there. What follows goes to Vite.
 */
export async function start(args: string[]): Promise<void> {
  const { app, rest } = chosenApp(args);
  await install();
  await buildWorkspace(`@yokoten-apps/${app}^...`);
  await run('pnpm', ['--dir', `apps/${app}`, 'exec', 'vite', ...rest], { output: 'own' });
}

/** The app named by the first argument, Hachioji where there is none. */
export function chosenApp(args: readonly string[]): {
  readonly app: string;
  readonly rest: readonly string[];
} {
  const [first, ...rest] = args;
  if (first === undefined || first.startsWith('-')) return { app: APPS[0], rest: args };
  if (APPS.some((app) => app === first)) return { app: first, rest };
  throw new StepFailed(`There is no app "${first}" to start. Apps: ${APPS.join(', ')}.`, 2);
}
