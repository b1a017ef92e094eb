import { OpenDataError, type Table } from '@yokoten/open-data';
import { explain } from '@yokoten/open-data/messages';
import { read } from '@yokoten/open-data/read';
import type { Localized } from '@yokoten/standard';
import { type BuiltLayer, buildLayer, type LayerContext } from './layer.ts';
import type { LayerFile } from './layer-files.ts';
import { unreadable } from './layer-problems.ts';

/**
 * Reads one file of `data/`: a layer, or one for each sheet, folder or archive entry with places. A part without any
 * (notes, a list of codes) is no layer, and stops nothing as long as another part is one.
 */
export async function buildLayers(
  source: LayerFile,
  context: LayerContext,
): Promise<readonly BuiltLayer[]> {
  let tables: readonly Table[];
  try {
    tables = await read(source.file.bytes, { file: source.file.path });
  } catch (error) {
    if (!(error instanceof OpenDataError)) throw error;
    const problems = explain([error.finding]);
    return [{ rows: 0, shown: 0, problems, stops: problems.map(unreadable) }];
  }
  const built: BuiltLayer[] = [];
  const ids = new Set<string>();
  for (const table of tables) {
    const part = tables.length === 1 ? source : partOf(source, table, ids);
    built.push(await buildLayer(part, table, context));
  }
  if (built.every(({ shown }) => shown === 0)) return built;
  return built.map((layer) =>
    layer.shown > 0 ? layer : { rows: layer.rows, shown: 0, problems: layer.problems, stops: [] },
  );
}

/** What the config says of the file holds for each of its parts; a title names the part too. */
function partOf(source: LayerFile, { part = '' }: Table, ids: Set<string>): LayerFile {
  let name = part;
  for (let number = 2; ids.has(name); number++) name = `${part} (${number})`;
  ids.add(name);
  const { file, config } = source;
  const id = `${source.id} ${name}`;
  if (config?.title === undefined) return { ...source, id };
  return { file, id, config: { ...config, title: withPart(config.title, name) } };
}

function withPart(title: Localized, name: string): Localized {
  const texts = Object.entries(title).map(([language, text]) => [language, `${text} ${name}`]);
  return { ...Object.fromEntries(texts), ja: `${title.ja} ${name}` };
}
