import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from '../run.ts';
import { addFollowUp } from './follow-up.ts';
import { newestVersion } from './our-packages.ts';

/**
 * Turns the changesets that wait into versions and changelogs, for a person to look at. What carries the project's
 * version besides the packages gets it too.
 */
export async function versionPackages(): Promise<void> {
  if (addFollowUp(root)) console.log('create-yokoten is released too: its templates name what is.');
  await run('pnpm', ['exec', 'changeset', 'version'], { output: 'own' });
  const described = join(root, 'publiccode.yml');
  const text = readFileSync(described, 'utf8');
  writeFileSync(
    described,
    text.replace(/^softwareVersion: .*$/m, `softwareVersion: ${newestVersion()}`),
  );
}
