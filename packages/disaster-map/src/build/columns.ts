import type { Table } from '@yokoten/open-data';

/**
 * The table with its columns called as the standard calls them, where the config says which they are: a list of one's
 * own whose headers nobody could guess. A column that bears such a name without being meant steps aside.
 *
 * @param columns by name of the standard column the header of the file
 * @returns `unknown`: headers that the file does not have
 */
export function withColumns(
  table: Table,
  columns: ReadonlyMap<string, string> = new Map(),
): { readonly table: Table; readonly unknown: readonly string[] } {
  if (columns.size === 0) return { table, unknown: [] };
  const written = table.header.map((name) => name.trim());
  const meant = new Map([...columns].map(([standard, header]) => [header, standard]));
  const header = table.header.map((name) => {
    const standard = meant.get(name.trim());
    if (standard !== undefined) return standard;
    return columns.has(name.trim()) ? `${name.trim()}（元の列）` : name;
  });
  return {
    table: { ...table, header },
    unknown: [...columns.values()].filter((name) => !written.includes(name)),
  };
}
