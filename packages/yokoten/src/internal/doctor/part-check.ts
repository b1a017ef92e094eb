import { fullName } from '../eject/part-names.ts';
import { installedParts } from '../eject/installed-parts.ts';
import { found, type Check, type Finding } from './check.ts';

/** Ejected parts that are of another version than the package that is installed. */
export const partBehind: Check = {
  code: 'yokoten/part-behind',
  title: { ja: '取り出した部品の版', en: 'versions of ejected parts' },
  source: 'shadcn-ui/ui: copied components never hear of a mended one',
  run({ root, record, paths }) {
    const packages = record?.parts === undefined ? [] : installedParts(root);
    return [...(record?.parts ?? [])].flatMap(([path, recorded]): Finding[] => {
      if (!paths.includes(path)) return [];
      const from = packages.find(({ name }) => name === recorded.package);
      const part = from?.parts.find(({ id }) => id === recorded.part);
      // What is not installed cannot be compared.
      if (from === undefined || part?.sha256 === recorded.sha256) return [];
      const name = fullName(recorded.package, recorded.part);
      return [
        found(
          'problem',
          `部品「${name}」は ${recorded.version} の写しです。入っているのは ${from.version} です。「npx yokoten@latest upgrade」を実行してください。`,
          `The part ${name} is a copy of version ${recorded.version}; ${from.version} is installed. Run npx yokoten@latest upgrade.`,
          { path },
        ),
      ];
    });
  },
};
