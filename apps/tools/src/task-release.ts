import { install } from './prepare.ts';
import { releaseFiles as makeReleaseFiles } from './release/release-files.ts';
import { versionPackages as makeVersions } from './release/version-packages.ts';

/** `npm run version-packages`: what waits in `.changeset` becomes versions and changelogs. */
export async function versionPackages(): Promise<void> {
  await install();
  await makeVersions();
}

/** `npm run release-files`: everything that is published of the version that the packages have now. */
export async function releaseFiles(): Promise<void> {
  await install();
  await makeReleaseFiles();
}
