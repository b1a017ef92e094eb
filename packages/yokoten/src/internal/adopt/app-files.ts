import type { Municipality } from '@yokoten/standard/municipalities';
import { APP_RECORD, writeAppRecord, type Fills } from '../upgrade/app-record.ts';
import { BASE_ARCHIVE, writeBaseArchive } from '../upgrade/base-archive.ts';
import { filledFiles, type Template } from '../upgrade/release.ts';
import { sha256, textOf } from '../upgrade/tree.ts';
import { CONFIG_FILE } from '../config-text.ts';
import { VERSION } from '../version.ts';
import { appConfig, type Origin } from './app-config.ts';
import type { FoundMap } from './found.ts';
import { withOrigin } from './readme.ts';

/** Where an app keeps what became of the older map. */
export const REPORT_FILE = 'adopted/report.md';

/** What decides every byte of an adopted app. */
export interface AppPlan {
  readonly found: FoundMap;
  readonly template: Template;
  readonly town: Municipality;
  readonly origin: Origin;
  /** The app's npm name. */
  readonly packageName: string;
}

/**
 * Every file of the new app by its path: the template's, with the config, data, pictures and documents of the older map
 * in their places, and the record that `yokoten upgrade` and `yokoten doctor` start from.
 */
export async function appFiles({
  found,
  template,
  town,
  origin,
  packageName,
}: AppPlan): Promise<Map<string, Uint8Array>> {
  const { code, name, latin } = town;
  const fills: Fills = { code, name, latin, package: packageName };
  const filled = filledFiles(template, fills);
  const files = new Map([...filled].map(([path, { bytes }]) => [path, bytes]));
  const edit = (path: string, change: (text: string) => string): void => {
    const bytes = files.get(path);
    const text = bytes && textOf({ bytes });
    if (text !== undefined) files.set(path, new TextEncoder().encode(change(text)));
  };
  edit(CONFIG_FILE, (text) => appConfig(text, found, town, origin));
  edit('README.ja.md', (text) => withOrigin(text, found, origin, 'ja'));
  edit('README.md', (text) => withOrigin(text, found, origin, 'en'));
  for (const { file, target } of found.layers)
    if (file !== undefined) files.set(`data/${target}`, await file.read());
  if (found.boundary !== undefined)
    files.set('data/boundary.geojson', new TextEncoder().encode(found.boundary.text));
  const single = [found.icon, found.image].filter((one) => one !== undefined);
  for (const { file, target } of [...found.pictures, ...found.kept, ...single])
    files.set(target, await file.read());
  files.set(BASE_ARCHIVE, new TextEncoder().encode(archiveOf(filled)));
  files.set(APP_RECORD, new TextEncoder().encode(recordOf(template, fills, filled)));
  return files;
}

function archiveOf(filled: ReturnType<typeof filledFiles>): string {
  const bases = [...filled].filter(([, { class: owner }]) => owner !== 'yours');
  return writeBaseArchive(new Map(bases.map(([path, { bytes }]) => [path, bytes])));
}

function recordOf(
  template: Template,
  fills: Fills,
  filled: ReturnType<typeof filledFiles>,
): string {
  return writeAppRecord({
    schemaVersion: 1,
    template: template.id,
    version: template.version,
    createdWith: `yokoten@${VERSION} adopt`,
    municipality: fills.code,
    fills,
    files: new Map(
      [...filled].map(([path, { bytes, class: owner }]) => [
        path,
        { sha256: sha256(bytes), class: owner },
      ]),
    ),
  });
}
