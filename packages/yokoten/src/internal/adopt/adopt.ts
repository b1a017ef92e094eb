import { basename, resolve } from 'node:path';
import { fault, YokotenError } from '../fault.ts';
import type { ForeignTree } from '../foreign/foreign.ts';
import { openForeign } from '../foreign/open-foreign.ts';
import type { Template } from '../upgrade/release.ts';
import type { ReleaseSource } from '../upgrade/release-source.ts';
import { writeInside } from '../upgrade/write-inside.ts';
import { VERSION } from '../version.ts';
import { appFiles, REPORT_FILE } from './app-files.ts';
import type { Origin } from './app-config.ts';
import { countApp, countFound, proveEqual } from './counts.ts';
import type { FoundMap } from './found.ts';
import { readFolderOfData } from './data-folder.ts';
import { readHazardTemplate } from './hazard-template.ts';
import { readMapprint } from './mapprint.ts';
import { newFolder, stageApp } from './new-folder.ts';
import { adoptReport, type AdoptReport } from './report.ts';
import { adoptMarkdown } from './report-text.ts';
import { townOf } from './town.ts';

/** How a map is taken over. */
export interface AdoptOptions {
  /** Where the new app will stand; default: beside what is taken over, with `-yokoten` behind its name. */
  readonly out?: string | undefined;
  /** Code or name, where the older map does not say it. */
  readonly municipality?: string | undefined;
  /** Which map, where there are several. */
  readonly map?: string | undefined;
  readonly dryRun?: boolean;
  readonly releases: ReleaseSource;
  readonly signal?: AbortSignal;
}

/** The kind of app that maps become. */
const TEMPLATE = 'disaster-map';

/**
 * Takes an older map over: reads it without running anything of it, writes a new app aside, counts that app anew from
 * the disk, and only where both are the same moves it to its place, in one step.
 *
 * @param source a folder, or the address of a public repository
 * @throws YokotenError `yokoten/adopt-nothing-found`, `yokoten/adopt-municipality`, `yokoten/adopt-place-taken`,
 * `yokoten/adopt-choose-map`, `yokoten/adopt-not-equal`, and those of reading foreign places and releases
 */
export async function adopt(source: string, options: AdoptOptions): Promise<AdoptReport> {
  const tree = await openForeign(
    source,
    options.signal === undefined ? {} : { signal: options.signal },
  );
  try {
    const isUrl = tree.url !== undefined;
    const place = await newFolder(
      options.out ?? (isUrl ? `${tree.name}-yokoten` : `${resolve(source)}-yokoten`),
    );
    const found = await readMap(tree, options.map);
    const town = await townOf(found.places, options.municipality);
    const template = await latestTemplate(options.releases);
    const origin: Origin = { name: tree.name, ...(isUrl && { url: tree.url }) };
    const packageName = packageNameOf(place.folder);
    const files = await appFiles({ found, template, town, origin, packageName });
    const before = await countFound(found);
    const staged = await stageApp(place, files);
    try {
      const after = await countApp(staged.root);
      proveEqual(before, after);
      const report = adoptReport(found, { before, after }, tree.leftOut, {
        status: options.dryRun === true ? 'dry-run' : 'adopted',
        from: origin,
        folder: place.folder,
        municipality: { code: town.code, name: town.name },
        template: { id: template.id, version: template.version },
      });
      if (options.dryRun === true) return report;
      await writeReport(staged.root, report);
      options.signal?.throwIfAborted();
      await staged.publish();
      return report;
    } finally {
      await staged.discard();
    }
  } finally {
    await tree.close();
  }
}

async function readMap(tree: ForeignTree, map: string | undefined): Promise<FoundMap> {
  const found =
    (await readHazardTemplate(tree)) ??
    (await readMapprint(tree, map)) ??
    (await readFolderOfData(tree));
  if (found !== undefined) return found;
  throw new YokotenError(
    fault(
      'yokoten/adopt-nothing-found',
      '移せるものがありません。\nハザードマップのひな形の設定か、緯度と経度のあるデータが要ります。',
      'There is nothing to take over: neither the config of a map template nor data with latitude and longitude.',
      { file: tree.name },
    ),
  );
}

/** The template of this very version; another one only where that is not to be had. */
async function latestTemplate(source: ReleaseSource): Promise<Template> {
  const version = (await source.versions()).includes(VERSION) ? VERSION : await source.latest();
  const template = (await source.open(version)).templates.get(TEMPLATE);
  if (template !== undefined) return template;
  throw new YokotenError(
    fault(
      'yokoten/upgrade-no-template',
      `版 ${version} に、ひな形「${TEMPLATE}」がありません。\n別の版を「--releases」で指定してください。`,
      `Release ${version} has no template ${TEMPLATE}. Name other releases with --releases.`,
    ),
  );
}

async function writeReport(root: string, report: AdoptReport): Promise<void> {
  const bytes = new TextEncoder().encode(adoptMarkdown(report));
  await writeInside(root, REPORT_FILE, { bytes, mode: '100644' });
}

/** A name that npm takes; a folder with other letters gets a plain one. */
function packageNameOf(folder: string): string {
  const name = basename(folder).normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, '-');
  const isFine = /^[a-z0-9][a-z0-9._-]{0,200}$/.test(name) && name !== 'node_modules';
  return isFine ? name : 'my-map';
}
