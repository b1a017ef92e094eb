import { install } from './prepare.ts';

/** `npm run version-packages`: what waits in `.changeset` becomes versions and changelogs. */
export async function versionPackages(): Promise<void> {
  await install();
  const release = await import('./release/version-packages.ts');
  await release.versionPackages();
}

/** `npm run release-files`: everything that is published of the version that the packages have now. */
export async function releaseFiles(): Promise<void> {
  await install();
  const release = await import('./release/release-files.ts');
  await release.releaseFiles();
}
