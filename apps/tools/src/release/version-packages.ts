import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, StepFailed } from '../run.ts';
import { addFollowUp, changedPackages } from './follow-up.ts';
import { changedSinceRelease } from './changed-packages.ts';
import { newestVersion } from './our-packages.ts';

/**
 * Turns the changesets that wait into versions and changelogs, for a person to look at. What carries the project's
 * version besides the packages gets it too.
 *
 * @throws StepFailed where a package changed and no changeset says so: the others would be published against something
 *   that nobody gets
 */
export async function versionPackages(): Promise<void> {
  const named = changedPackages(join(root, '.changeset'));
  const forgotten = changedSinceRelease(root).filter((name) => !named.has(name));
  if (forgotten.length > 0)
    throw new StepFailed(
      `Changed since their release, and in no changeset: ${forgotten.join(', ')}. Write one: pnpm changeset`,
      1,
    );
  if (addFollowUp(root)) console.log('create-yokoten is released too: its templates name what is.');
  await run('pnpm', ['exec', 'changeset', 'version'], { output: 'own' });
  const described = join(root, 'publiccode.yml');
  const text = readFileSync(described, 'utf8');
  writeFileSync(
    described,
    text.replace(/^softwareVersion: .*$/m, `softwareVersion: ${newestVersion()}`),
  );
}
