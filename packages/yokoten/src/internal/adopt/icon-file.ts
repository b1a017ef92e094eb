import type { ForeignTree } from '../foreign/foreign.ts';
import type { KeptFile } from './found.ts';

const ICONS = [
  'public/favicon.svg',
  'public/favicon.png',
  'public/logo192.png',
  'public/icon.svg',
  'public/icon.png',
];

/** The picture that a copy's page has in its tab, where it is of a kind that a config can name. */
export function iconOf({ files }: Pick<ForeignTree, 'files'>): KeptFile | undefined {
  const file = ICONS.map((name) => files.find(({ path }) => path === name)).find(
    (found) => found !== undefined,
  );
  if (file === undefined) return undefined;
  return { file, target: `images/site-icon${/\.\w+$/.exec(file.path)?.[0] ?? ''}` };
}
