import type { AppMunicipality } from '@yokoten/standard/app';
import { isRecord } from './config-reader.ts';
import type { SharedConfig } from './shared-config.ts';
import { VERSION } from './version.ts';

interface Described {
  readonly config: SharedConfig;
  readonly municipality: AppMunicipality;
  /** What the app's builder made. */
  readonly document: unknown;
  /** Text of `yokoten.lock.json`, where the project has one. */
  readonly lock: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * `yokoten.json` at the site's base: what was published, for other towns' lists of sites and for `yokoten doctor`.
 * It has no date of its own unless `SOURCE_DATE_EPOCH` gives one (reproducible-builds.org), so that
 * the same files always give the same bytes.
 */
export function describeSite({ config, municipality, document, lock, env }: Described): string {
  const description = {
    schemaVersion: 1,
    generator: 'yokoten',
    version: VERSION,
    template: templateOf(lock),
    app: config.app,
    municipality: municipality.code ?? null,
    title: config.title,
    languages: config.languages,
    layers: layersOf(document),
    builtAt: builtAt(env.SOURCE_DATE_EPOCH),
  };
  return `${JSON.stringify(description, undefined, 2)}\n`;
}

function templateOf(lock: string | undefined): { id: string; version: string } | undefined {
  if (lock === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(lock);
    if (!isRecord(value)) return undefined;
    const { template: id, version } = value;
    return typeof id === 'string' && typeof version === 'string' ? { id, version } : undefined;
  } catch {
    // A damaged record hinders an upgrade, which says so; it must not hinder publishing.
    return undefined;
  }
}

/** What a reader elsewhere can use of each layer, from any app whose document has layers of places, or one list of records. */
function layersOf(document: unknown): object[] {
  if (!isRecord(document)) return [];
  if (Array.isArray(document.records)) return listOf(document, document.records.length);
  if (!Array.isArray(document.layers)) return [];
  return (document.layers as readonly unknown[]).filter(isRecord).map((layer) => {
    const credit = isRecord(layer.credit) ? layer.credit : {};
    return {
      id: layer.id,
      title: layer.title,
      rows: Array.isArray(layer.places) ? layer.places.length : 0,
      licence: credit.licence ?? null,
      date: credit.date,
    };
  });
}

/** One list: what dataset it is, where that is known. */
function listOf(
  { dataset, title, credit, file }: Readonly<Record<string, unknown>>,
  rows: number,
): object[] {
  if (rows === 0) return [];
  const { licence = null, date } = isRecord(credit) ? credit : {};
  const known = isRecord(dataset) ? dataset : { id: file, title };
  return [{ id: known.id, title: known.title, rows, licence, date }];
}

function builtAt(epoch: string | undefined): string | undefined {
  if (epoch === undefined || !/^\d{1,11}$/.test(epoch)) return undefined;
  return new Date(Number(epoch) * 1000).toISOString();
}
