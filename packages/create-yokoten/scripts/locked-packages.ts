import { needsOf, placeOf, type LockedPackage, type LockedPackages } from '../src/first-lock.ts';
import { readPnpmGraph, type PnpmGraph } from './pnpm-graph.ts';

/** What apps of all templates install, in the versions this repository is tested with, in the order of their places. */
export function lockedPackages(repository: string): LockedPackages {
  return placePackages(readPnpmGraph(repository));
}

/**
 * Gives every package a place: beside the app's own where none of the same name is there yet, else below the package that
 * needs another version.
 * @throws Error where a package needs what the graph does not have
 */
export function placePackages(graph: PnpmGraph): LockedPackages {
  const required = requiredIds(graph);
  const places: Record<string, LockedPackage> = {};
  const idAt = new Map<string, string>();
  // Those nearest to the app come first: what it names itself gets the place beside it.
  const waiting = graph.roots.map(([name, id]) => ({ from: '', name, id }));
  for (const { from, name, id } of waiting) {
    const seen = placeOf(places, from, name);
    if (seen !== undefined && idAt.get(seen) === id) continue;
    const place = `${seen === undefined || from === '' ? '' : `${from}/`}node_modules/${name}`;
    const other = idAt.get(place);
    if (other !== undefined) throw new Error(`The templates need both ${other} and ${id}.`);
    const { entry } = graph.read(id);
    places[place] = required.has(id) ? entry : { ...entry, optional: true };
    idAt.set(place, id);
    for (const [next, target] of targetsOf(graph, id))
      waiting.push({ from: place, name: next, id: target });
  }
  return Object.fromEntries(Object.entries(places).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** All that no app can do without on any system. */
function requiredIds(graph: PnpmGraph): ReadonlySet<string> {
  const found = new Set(graph.roots.map(([, id]) => id));
  for (const id of found) {
    const { optionalDependencies = {} } = graph.read(id).entry;
    for (const [name, target] of targetsOf(graph, id))
      if (!Object.hasOwn(optionalDependencies, name)) found.add(target);
  }
  return found;
}

/** What a package needs: name, and what the graph calls it. */
function targetsOf(graph: PnpmGraph, id: string): (readonly [string, string])[] {
  const { entry, targets } = graph.read(id);
  return needsOf(entry).flatMap((name) => {
    const target = targets.get(name);
    if (target !== undefined) return [[name, target] as const];
    // Our lock file may leave out what a package can do without.
    if (Object.hasOwn(entry.optionalDependencies ?? {}, name)) return [];
    throw new Error(`${id} needs ${name}, which pnpm-lock.yaml does not give it.`);
  });
}
