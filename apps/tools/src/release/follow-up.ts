import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ourPackages, type OurPackage } from './our-packages.ts';

/** Names a template's own versions of our packages, so an app learns of new ones through it alone. */
export const SCAFFOLDER = 'create-yokoten';

/**
 * Adds the changeset that nobody remembers: where a package is released that the templates name, the scaffolder is
 * released too. Otherwise `yokoten upgrade` would find no newer template, and no fork would get the release.
 *
 * @param repository folder of the clone
 * @returns whether one was added
 */
export function addFollowUp(repository: string): boolean {
  const changed = changedPackages(join(repository, '.changeset'));
  const named = namedByTemplates(repository);
  if (changed.has(SCAFFOLDER) || ![...changed].some((name) => named.has(name))) return false;
  const text = `---\n'${SCAFFOLDER}': patch\n---\n\nTemplates name the new versions of the packages.\n`;
  writeFileSync(join(repository, '.changeset/templates-follow.md'), text);
  return true;
}

/** Names in the front matter of every changeset that waits in this folder. */
export function changedPackages(folder: string): ReadonlySet<string> {
  const files = readdirSync(folder).filter((file) => /(?<!^README)\.md$/.test(file));
  const fronts = files.map((file) => {
    const [, front = ''] = readFileSync(join(folder, file), 'utf8').split(/^---$/m);
    return front;
  });
  const lines = fronts.join('').matchAll(/^["']?([^"'\s:]+)["']?: *(?:major|minor|patch)\s*$/gm);
  return new Set([...lines].map(([, name = '']) => name));
}

/** Our packages that some template depends on, also by way of another one. */
function namedByTemplates(repository: string): ReadonlySet<string> {
  const ours = new Map(ourPackages('packages', repository).map((one) => [one.name, one]));
  const named = new Set<string>();
  const follow = ({ dependencies = {} }: OurPackage): void => {
    for (const name of Object.keys(dependencies)) {
      const next = ours.get(name);
      if (next === undefined || named.has(name)) continue;
      named.add(name);
      follow(next);
    }
  };
  for (const template of ourPackages('templates', repository)) follow(template);
  return named;
}
