import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { normalizePath, type Plugin } from 'vite';
import { fault, YokotenError } from '../fault.ts';
import type { Language } from '../language.ts';
import { toPluginError } from '../plugin-error.ts';
import { APP_RECORD, readAppRecord, type RecordedPart } from '../upgrade/app-record.ts';
import { fullName } from './part-names.ts';
import { installedParts } from './installed-parts.ts';

/** A module of a package, and the file of the app that stands for it. */
interface Swap {
  /** Real path of the module in the package. */
  readonly module: string;
  /** The copy in the app. */
  readonly file: string;
  readonly package: string;
  readonly exports: readonly string[];
}

/** Puts the parts that an app has ejected in the place of those in the packages. */
export function partsPlugin(language: Language): Plugin {
  let byModule: ReadonlyMap<string, Swap> = new Map();
  let byFile: ReadonlyMap<string, Swap> = new Map();
  let names: ReadonlySet<string> = new Set();
  return {
    name: 'yokoten:parts',
    enforce: 'pre',
    configResolved({ root }) {
      try {
        const swaps = readSwaps(root);
        byModule = new Map(swaps.map((swap) => [swap.module, swap]));
        byFile = new Map(swaps.map((swap) => [swap.file, swap]));
        names = new Set(swaps.map(({ module }) => basename(module)));
      } catch (error) {
        throw toPluginError(error, language);
      }
    },
    async resolveId(id, importer, options) {
      if (importer === undefined) return undefined;
      const own = byFile.get(withoutQuery(importer));
      const isForeign = own !== undefined && !/^[./]/.test(id) && !id.startsWith(`${own.package}/`);
      // What a package depends on is found from there, however packages are installed.
      if (isForeign) {
        const found = await this.resolve(id, own.module, { ...options, skipSelf: true });
        if (found !== null) return found;
      }
      if (!names.has(basename(withoutQuery(id)))) return undefined;
      const found = await this.resolve(id, importer, { ...options, skipSelf: true });
      const swap = found === null ? undefined : byModule.get(withoutQuery(found.id));
      // A copy may import the original that it stands for.
      if (swap === undefined || swap === own) return found;
      return { ...found, id: swap.file, moduleSideEffects: false };
    },
    moduleParsed({ id, exports }) {
      const swap = byFile.get(withoutQuery(id));
      const lacking = swap?.exports.find((name) => !exports.includes(name));
      if (swap === undefined || lacking === undefined) return;
      throw toPluginError(exportMissing(swap, lacking), language);
    },
  };
}

/**
 * The parts that the record of an app names and whose copy is there.
 *
 * @throws YokotenError `yokoten/part-gone`, `yokoten/part-index`, `yokoten/app-record`
 */
function readSwaps(root: string): Swap[] {
  const file = join(root, APP_RECORD);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  // An app without parts is built whatever became of its record.
  const { parts = new Map<string, RecordedPart>() } = text.includes('"parts"')
    ? readAppRecord(text)
    : {};
  const packages = installedParts(root);
  return [...parts].flatMap(([path, { package: name, part }]) => {
    if (!existsSync(join(root, path))) return [];
    const from = packages.find((one) => one.name === name);
    const entry = from?.parts.find(({ id }) => id === part);
    if (from === undefined || entry === undefined) throw gone(path, fullName(name, part));
    return [
      {
        module: normalizePath(join(from.dist, entry.module)),
        file: normalizePath(join(root, path)),
        package: name,
        exports: entry.exports,
      },
    ];
  });
}

function withoutQuery(id: string): string {
  return id.replace(/[?#].*$/, '');
}

function gone(file: string, part: string): YokotenError {
  return new YokotenError(
    fault(
      'yokoten/part-gone',
      `入っているパッケージに、部品「${part}」がありません。\n「npx yokoten@latest upgrade」を実行するか、このファイルを消してください。`,
      `The installed packages have no part ${part}. Run npx yokoten@latest upgrade, or remove this file.`,
      { file },
    ),
  );
}

function exportMissing({ file }: Swap, name: string): YokotenError {
  return new YokotenError(
    fault(
      'yokoten/part-export-missing',
      `「export」に「${name}」がありません。ほかの部品が使います。\n元の名前に戻してください。`,
      `It does not export ${name}, which other parts use. Give it its name back.`,
      { file },
    ),
  );
}
