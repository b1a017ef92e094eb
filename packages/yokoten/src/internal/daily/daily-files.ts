import { isRecord } from '../config-reader.ts';
import { CONFIG_FILE, parseConfig } from '../config-text.ts';
import { notAnApp } from '../not-an-app.ts';
import { readText } from '../project-files.ts';
import { gitIn, mustGit } from '../upgrade/git.ts';

/** A file of `data/` that changes so often that it is fetched anew, not committed. */
export interface DailyFile {
  /** Relative to the app's folder, `data/10-避難者数.csv`. */
  readonly file: string;
  readonly url: string;
}

/** What the config names with an address, by who keeps it. */
export interface NamedFiles {
  /** Not in the repository: comes from its address. */
  readonly daily: readonly DailyFile[];
  /** Committed by the owner, who therefore edits it: never fetched, never replaced. */
  readonly committed: readonly DailyFile[];
}

/**
 * The layers of the config, or its one file, that have a `url`, apart by whether the repository holds their file. Whoever commits such a
 * file takes it over: what an official edited is never replaced by what was fetched.
 *
 * @throws YokotenError `yokoten/not-an-app`, `yokoten/config-syntax`, `yokoten/git-failed`
 */
export async function namedFiles(root: string): Promise<NamedFiles> {
  const text = await readText(root, CONFIG_FILE);
  if (text === undefined) throw notAnApp(root);
  const { layers, data } = parseConfig(text).value;
  const list: readonly unknown[] = Array.isArray(layers) ? layers : [];
  const named = [
    ...list.flatMap((layer) => (isRecord(layer) ? dailyFile(layer.name, layer.url) : [])),
    ...(isRecord(data) ? dailyFile(data.file, data.url) : []),
  ];
  const listed = await mustGit(gitIn(root), ['ls-files', '-z', '--', 'data']);
  const held = new Set(listed.toString().normalize('NFC').split('\0'));
  return {
    daily: named.filter(({ file }) => !held.has(file)),
    committed: named.filter(({ file }) => held.has(file)),
  };
}

function dailyFile(name: unknown, url: unknown): DailyFile[] {
  if (typeof name !== 'string' || typeof url !== 'string') return [];
  return [{ file: `data/${name.normalize('NFC').replace(/^data\//, '')}`, url }];
}
