import { relative, sep } from 'node:path';

/** A build that runs as a step of GitHub Actions: where to leave notes for the person who committed. */
export interface GitHubStep {
  /** What a path inside the project is preceded by in the repository, e.g. `apps/map/`. */
  readonly prefix: string;
  /** Markdown file that becomes the job's summary. */
  readonly summaryFile?: string;
}

/** `undefined` when this is no GitHub Actions step. */
export function githubStep(
  root: string,
  env: Readonly<Record<string, string | undefined>>,
): GitHubStep | undefined {
  if (env.GITHUB_ACTIONS !== 'true') return undefined;
  const path = relative(env.GITHUB_WORKSPACE ?? root, root)
    .split(sep)
    .join('/');
  const inside = path !== '' && !path.startsWith('..');
  return {
    prefix: inside ? `${path}/` : '',
    ...(env.GITHUB_STEP_SUMMARY && { summaryFile: env.GITHUB_STEP_SUMMARY }),
  };
}
