import type { PullRequest } from '@yokoten/open-data/pull';
import { isRecord } from '../config-reader.ts';
import { CONFIG_FILE, parseConfig } from '../config-text.ts';
import { readText } from '../project-files.ts';

/**
 * What the config of an app says is to be fetched: its layers with a `url`, each into `data/` under its `name`. None in
 * a folder without a config.
 *
 * @throws YokotenError `yokoten/config-syntax`, `yokoten/duplicate-key`
 */
export async function configuredFiles(folder: string): Promise<PullRequest[]> {
  const text = await readText(folder, CONFIG_FILE);
  if (text === undefined) return [];
  const { layers } = parseConfig(text).value;
  const list: readonly unknown[] = Array.isArray(layers) ? layers : [];
  return list.filter(isRecord).flatMap(({ name, url, credit }): PullRequest[] => {
    if (typeof name !== 'string' || typeof url !== 'string') return [];
    return [{ url, file: `data/${name}`, ...statedBy(credit) }];
  });
}

function statedBy(credit: unknown): Pick<PullRequest, 'licence' | 'credit'> {
  if (!isRecord(credit)) return {};
  const { source, licence } = credit;
  const name = isRecord(source) ? source['ja'] : source;
  return {
    ...(typeof name === 'string' && { credit: name }),
    ...(typeof licence === 'string' && { licence }),
  };
}
