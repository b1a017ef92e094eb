import { datasets } from '../catalogue.ts';
import type { DatasetId, DatasetSummary } from '../dataset.ts';
import { nearest } from '../nearest.ts';
import type { ConfigPath, ConfigReader } from './config-reader.ts';

/** Reads which of the standard datasets a file is: its id. Whoever writes its Japanese name is told the id. */
export function readDataset(
  reader: ConfigReader,
  value: unknown,
  path: ConfigPath,
): DatasetId | undefined {
  if (value === undefined) return undefined;
  const found = datasets.find(({ id }) => id === value);
  if (found !== undefined) return found.id;
  const meant = typeof value === 'string' ? meantBy(value.trim()) : [];
  const offered = meant.length > 0 ? meant : datasets;
  reader.refuse(value, path, offered.map(({ id, title }) => `"${id}" (${title.ja})`).join(', '));
  return undefined;
}

function meantBy(text: string): readonly DatasetSummary[] {
  const id = nearest(
    text,
    datasets.map((one) => one.id),
  );
  const named = datasets.filter(({ title: { ja } }) => text.length > 1 && ja.includes(text));
  return id === undefined ? named : datasets.filter((one) => one.id === id);
}
