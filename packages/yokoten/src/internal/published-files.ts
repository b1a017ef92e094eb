import type { Problem } from '@yokoten/open-data';
import { isRecord } from './config-reader.ts';
import { digest } from './digest.ts';
import { subsetFontFor } from './font.ts';

/** One published file beside the page and its scripts. */
export interface SiteFile {
  /** Relative to the site's base, with `/`. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** The full list of findings, which the page loads only when somebody wants to read it. */
export function reportFile(problems: readonly Problem[]): SiteFile | undefined {
  if (problems.length === 0) return undefined;
  return hashed('report', 'json', JSON.stringify({ schemaVersion: 1, problems }));
}

/** The document of the app's element; its members learn where the parts that belong to them lie. */
export function documentFile(document: unknown, parts: ReadonlyMap<string, SiteFile>): SiteFile {
  if (!isRecord(document)) return hashed('map', 'json', JSON.stringify(document));
  const members = Object.entries(document).map(([name, member]): [string, unknown] => {
    const part = parts.get(name);
    return [name, part !== undefined && isRecord(member) ? { ...member, url: part.path } : member];
  });
  return hashed('map', 'json', JSON.stringify(Object.fromEntries(members)));
}

/** Parts of the document that a page loads only when somebody needs them, by the member they belong to. */
export function partFiles(parts: ReadonlyMap<string, unknown>): ReadonlyMap<string, SiteFile> {
  return new Map(
    [...parts].map(([name, content]) => [name, hashed(name, 'json', JSON.stringify(content))]),
  );
}

/** The font of last resort, with its licence beside it. */
export async function fontFiles(
  text: string,
  cacheFolder: string,
): Promise<readonly [font: SiteFile, licence: SiteFile]> {
  const { make, licence } = await subsetFontFor(text, cacheFolder);
  return [hashed('yokoten-ud', 'woff2', await make()), licenceFile(licence)];
}

/** A file that is made when somebody asks for it. */
export interface LateFile {
  readonly path: string;
  readonly make: () => Promise<Uint8Array>;
}

/**
 * The same for a server, whose first page need not wait for a font that hardly any device loads: its name comes from what
 * it is made of.
 */
export async function lateFontFiles(
  text: string,
  cacheFolder: string,
): Promise<readonly [font: LateFile, licence: SiteFile]> {
  const { key, make, licence } = await subsetFontFor(text, cacheFolder);
  return [{ path: `assets/yokoten-ud-${key}.woff2`, make }, licenceFile(licence)];
}

function licenceFile(licence: string): SiteFile {
  return { path: 'assets/OFL.txt', content: licence };
}

/** A file whose name changes exactly when its content does, so that a browser may keep it for ever. */
export function hashed(name: string, extension: string, content: string | Uint8Array): SiteFile {
  return { path: `assets/${name}-${digest(content)}.${extension}`, content };
}
