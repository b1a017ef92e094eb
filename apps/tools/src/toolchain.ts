import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';

/**
 * Notes for the launcher where npx put Node and pnpm. npx puts its folder first on the PATH; the launcher hands over,
 * in `YOKOTEN_TOOLCHAIN`, where to write and which versions this is.
 */
export function rememberToolchain(): void {
  const note = process.env.YOKOTEN_TOOLCHAIN;
  if (note === undefined) return;
  const { file, key } = JSON.parse(note) as { file: string; key: string };
  const folders = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => /_npx[\\/]/.test(folder));
  mkdirSync(dirname(file), { recursive: true });
  if (folders.length > 0) writeFileSync(file, JSON.stringify({ key, folders }));
  delete process.env.YOKOTEN_TOOLCHAIN;
}
