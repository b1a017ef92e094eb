/** The tasks behind the root scripts. Started by `up.mjs`, so Node is new enough and the pinned pnpm is on the PATH. */
import { rememberToolchain } from './toolchain.ts';
import { StepFailed } from './run.ts';

type Task = (args: string[]) => Promise<void>;

const tasks: Record<string, () => Promise<Task>> = {
  start: async () => (await import('./task-start.ts')).start,
  test: async () => (await import('./task-test.ts')).test,
  'test:full': async () => (await import('./task-test.ts')).testFull,
  build: async () => (await import('./task-build.ts')).build,
  check: async () => (await import('./task-check.ts')).check,
  format: async () => (await import('./task-check.ts')).format,
  bench: async () => (await import('./task-bench.ts')).bench,
  pictures: async () => (await import('./task-pictures.ts')).pictures,
  yokoten: async () => (await import('./task-commands.ts')).yokoten,
  'create-app': async () => (await import('./task-commands.ts')).createApp,
  changeset: async () => (await import('./task-commands.ts')).changeset,
  'version-packages': async () => (await import('./task-release.ts')).versionPackages,
  'release-files': async () => (await import('./task-release.ts')).releaseFiles,
};

const [name = '', ...args] = process.argv.slice(2);
const load = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
if (load === undefined) {
  console.error(`There is no task "${name}". Tasks: ${Object.keys(tasks).join(', ')}.`);
  process.exitCode = 2;
} else {
  rememberToolchain();
  try {
    await (
      await load()
    )(args);
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    if (error.message !== '') console.error(error.message);
    process.exitCode = error.exitCode;
  }
}
