import { readdirSync, readFileSync } from 'node:fs';
import type { Findings } from '../finding.ts';
import { choose } from './fields.ts';
import type { SchemeSource } from './read-folder.ts';
import { asText, entryOf, items, type MapNode } from './tree.ts';

/** Schemes of the law that come with this package, by the word that takes them in: the folder they are in. */
export const LAW_SCHEMES: ReadonlyMap<string, string> = new Map([['災害', 'disaster']]);

/**
 * The files of the schemes that a folder takes in with 「国の制度」: written once, and mended for everybody when the law changes.
 * @param map the file with 「パック」
 */
export function lawSchemes(map: MapNode, findings: Findings): SchemeSource[] {
  return items(entryOf(map, '国の制度')).flatMap((item) => {
    const word = asText(item, findings);
    const folder = word && choose(word, LAW_SCHEMES, '国の制度', findings);
    return folder === undefined ? [] : filesOf(folder);
  });
}

function filesOf(folder: string): SchemeSource[] {
  const place = new URL(`../../../data/law/${folder}/`, import.meta.url);
  return readdirSync(place)
    .sort()
    .map((name) => ({
      name: `law/${folder}/${name}`,
      bytes: new Uint8Array(readFileSync(new URL(encodeURIComponent(name), place))),
    }));
}
