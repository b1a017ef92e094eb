import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { disasterMap } from '@yokoten/disaster-map/build';
import type { MapDocument } from '@yokoten/disaster-map';
import { createTarGzip } from 'nanotar';
import { adopt, type AdoptOptions } from '../src/internal/adopt/adopt.ts';
import type { AdoptReport } from '../src/internal/adopt/report.ts';
import { parseConfig } from '../src/internal/config-text.ts';
import { withOrigins } from '../src/internal/data-origins.ts';
import { resolveMunicipality } from '../src/internal/municipality.ts';
import { readFolder } from '../src/internal/project-files.ts';
import { folderSource } from '../src/internal/upgrade/release-source.ts';
import { temporary } from './upgrade-app.ts';

const scaffolder = fileURLToPath(new URL('../../create-yokoten/', import.meta.url));

/** The tarball of the scaffolder as npm would publish it, without its program: its templates are what counts. */
export async function packedTemplates(): Promise<Uint8Array> {
  const files = readdirSync(join(scaffolder, 'templates'), { recursive: true })
    .map((path) => join('templates', String(path)))
    .filter((path) => statSync(join(scaffolder, path)).isFile());
  return createTarGzip(
    ['package.json', ...files].map((path) => ({
      name: `package/${path.split(sep).join('/')}`,
      data: readFileSync(join(scaffolder, path)),
    })),
  );
}

let packed: Promise<Uint8Array> | undefined;

/** A folder of releases with the real template of this version. */
export async function realReleases(folder: string): Promise<string> {
  packed ??= packedTemplates();
  const { version } = JSON.parse(readFileSync(join(scaffolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const releases = join(folder, 'releases');
  mkdirSync(releases, { recursive: true });
  writeFileSync(join(releases, `create-yokoten-${version}.tgz`), await packed);
  return releases;
}

/** Files of an older map, by path. */
export type OldMap = Readonly<Record<string, string | Uint8Array>>;

/** Writes an older map into a folder of its own, gone after the test. */
export function oldMap(files: OldMap, name = 'old-map'): string {
  const root = join(temporary(), name);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** Takes an older map over, from the real template and without network. */
export async function adoptFrom(
  source: string,
  options: Partial<AdoptOptions> = {},
): Promise<AdoptReport> {
  const folder = temporary();
  const releases = folderSource(await realReleases(folder));
  return adopt(source, { out: join(folder, 'new-map'), releases, ...options });
}

/** What the app's own builder makes of an adopted app: its document and what would stop its build. */
export async function builtMap(root: string): Promise<{
  readonly document: MapDocument;
  readonly stops: readonly string[];
  readonly problems: readonly { readonly code: string; readonly row?: number }[];
}> {
  const { value } = parseConfig(readFileSync(join(root, 'yokoten.config.jsonc'), 'utf8'));
  const resolved = await resolveMunicipality(value['municipality'] as string);
  if ('problem' in resolved) throw new Error(resolved.problem.message.ja);
  const files = await withOrigins(root, await readFolder(root, 'data'));
  const output = await disasterMap.build({
    config: value,
    municipality: resolved.municipality,
    files,
  });
  return {
    document: output.document as MapDocument,
    stops: output.configProblems.map(({ code, message }) => `${code} ${message.en}`),
    problems: output.problems,
  };
}

/** Every file below a folder with its bytes as text, by path. */
export function snapshot(root: string): Map<string, string> {
  return new Map(
    readdirSync(root, { recursive: true })
      .map(String)
      .filter((path) => statSync(join(root, path)).isFile())
      .map((path) => [
        relative('.', path).split(sep).join('/'),
        readFileSync(join(root, path), 'latin1'),
      ]),
  );
}
