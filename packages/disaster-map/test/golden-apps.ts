import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AppInput, DataFile } from '@yokoten/standard/app';

/** The folder whose subfolders are small apps: `config.json`, `data/`, and what comes of them. */
export const goldenFolder: string = fileURLToPath(new URL('./golden/', import.meta.url));

/** A town that does not exist, in the open sea. */
export const municipality: AppInput['municipality'] = {
  name: { ja: '見本市', en: 'Mihon City' },
  bbox: [141, 32.48, 141.16, 32.6],
  centroid: [141.08, 32.54],
};

/** All files of a folder, as the plugin hands them over. */
export function readDataFiles(folder: string): DataFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ path: `data/${name}`, bytes: readFileSync(`${folder}/${name}`) }));
}

/** One text file as a data file. */
export function dataFile(name: string, text: string): DataFile {
  return { path: `data/${name}`, bytes: new TextEncoder().encode(text) };
}
