import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildWorkspace, install } from './prepare.ts';
import { exitOf, root, run, StepFailed } from './run.ts';

interface Check {
  readonly name: string;
  readonly run: () => Promise<{ code: number; text: string }>;
}

const tool =
  (name: string, ...args: string[]): Check['run'] =>
  () =>
    exitOf('pnpm', ['exec', name, ...args], { output: 'quiet' });

const checks: readonly Check[] = [
  { name: 'format (oxfmt)', run: tool('oxfmt', '--check', '.') },
  {
    name: 'lint (oxlint, type-aware)',
    run: tool('oxlint', '--type-aware', '--deny-warnings', '.'),
  },
  { name: 'types of packages (tsc -b)', run: tool('tsc', '-b', 'packages') },
  { name: 'types of tests, tools and apps (tsc)', run: tool('tsc', '-p', 'apps/tools') },
  { name: 'unused files, exports and dependencies (knip)', run: tool('knip', '--no-progress') },
  {
    name: 'one version of everything (sherif)',
    run: tool('sherif', '-r', 'root-package-manager-field'),
  },
  { name: 'size budgets (size-limit)', run: tool('size-limit') },
  { name: 'published packages (publint, attw)', run: checkTarballs },
];

/** `npm run check`: all that is not a test. Every check runs, also after one failed; the last line counts them. */
export async function check(only: string[]): Promise<void> {
  await install();
  await buildWorkspace('./packages/*');
  const failed: string[] = [];
  const chosen = checks.filter(
    ({ name }) => only.length === 0 || only.some((word) => name.includes(word)),
  );
  for (const { name, run: runCheck } of chosen) {
    const began = performance.now();
    const { code, text } = await runCheck();
    console.log(
      `${code === 0 ? 'ok    ' : 'FAILED'} ${name} ${((performance.now() - began) / 1000).toFixed(1)} s`,
    );
    if (code === 0) continue;
    failed.push(name);
    console.log(text.trimEnd());
  }
  mkdirSync(join(root, '.cache'), { recursive: true });
  const result = { passed: chosen.length - failed.length, failed: failed.length };
  writeFileSync(join(root, '.cache/check-results.json'), JSON.stringify(result));
  console.log(`${result.passed} passed, ${result.failed} failed`);
  if (failed.length > 0) throw new StepFailed('', 1);
}

/** `npm run format`: writes every file the way the formatter wants it. */
export async function format(args: string[]): Promise<void> {
  await install();
  await run('pnpm', ['exec', 'oxfmt', ...(args.length > 0 ? args : ['.'])], { output: 'own' });
}

/** What a developer will install is the tarball, so the tarball is what is looked at. */
async function checkTarballs(): Promise<{ code: number; text: string }> {
  const { packAll } = await import('./pack.ts');
  await packAll();
  const folder = join(root, '.cache/pack');
  const results = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.tgz'))) {
    const path = join(folder, file);
    results.push(
      await exitOf('pnpm', ['exec', 'publint', 'run', path, '--strict'], { output: 'quiet' }),
    );
    // A stylesheet and a JSON schema are entries too, but have no types to look at.
    const noTypes = [
      './tokens.css',
      './style.css',
      './schema.json',
      './custom-elements.json',
      './package.json',
    ];
    const attw = [
      'exec',
      'attw',
      path,
      '--profile',
      'esm-only',
      '--no-emoji',
      '--exclude-entrypoints',
      ...noTypes,
    ];
    if (!file.startsWith('create-yokoten'))
      results.push(await exitOf('pnpm', attw, { output: 'quiet' }));
  }
  const bad = results.filter(({ code }) => code !== 0);
  return { code: bad.length === 0 ? 0 : 1, text: bad.map(({ text }) => text).join('\n') };
}
