import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { figure, type Figure } from '../figure.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

interface Size {
  readonly name: string;
  readonly size: number;
  readonly sizeLimit: number;
}

/** Minified and gzipped, each entry with all it loads at once: the budgets of the repository. */
export function* sizes(): Generator<Figure> {
  const tool = fileURLToPath(
    new URL('../../../../node_modules/size-limit/bin.js', import.meta.url),
  );
  const text = execFileSync(process.execPath, [tool, '--json'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 2],
  });
  for (const { name, size, sizeLimit } of JSON.parse(text) as Size[]) {
    if (!name.startsWith('open-data:')) continue;
    yield figure(`size, ${name.slice(11)}`, size / 1000, 'KB gz', `<= ${sizeLimit / 1000}`);
  }
}
