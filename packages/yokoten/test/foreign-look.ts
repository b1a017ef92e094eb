import { join } from 'node:path';
import type { ForeignTree } from '../src/internal/foreign/foreign.ts';
import { FOREIGN_LIMITS, type ForeignLimits } from '../src/internal/foreign/limits.ts';
import { openForeign } from '../src/internal/foreign/open-foreign.ts';
import { makeRepository, type MadeRepository } from './foreign-server.ts';

/** What was taken in and what was not, by path; closed again. */
export async function look(
  source: string,
  limits: Partial<ForeignLimits> = {},
): Promise<{ taken: string[]; left: Record<string, string>; trees: readonly string[] }> {
  const tree: ForeignTree = await openForeign(source, { limits: { ...FOREIGN_LIMITS, ...limits } });
  const left = tree.leftOut.map(({ code, place }) => [place?.file ?? '', code] as const);
  const taken = tree.files.map(({ path }) => path);
  await Promise.all(tree.files.map((file) => file.read()));
  await tree.close();
  return { taken, left: Object.fromEntries(left), trees: tree.trees };
}

/** A repository below a folder, with one plain file in it. */
export function plain(folder: string, name = 'map'): MadeRepository {
  const made = makeRepository(join(folder, name));
  made.write('a.csv', 'name,lat,lon\n');
  made.commit();
  return made;
}

/** A program that leaves a mark, as a command for a shell. */
export function mark(folder: string): { readonly file: string; readonly command: string } {
  const file = join(folder, 'ran');
  return { file, command: `echo ran >> '${file}'` };
}
