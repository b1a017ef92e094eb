import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The folder of a country package: a path as it is, or the name of one that is installed for the Python on this machine
 * (`openfisca-japan`, `openfisca_japan`). Python is only asked where it is; the package is not imported.
 * @param python a Python's path or name
 */
export function findPackage(nameOrPath: string, python = 'python3'): string {
  if (existsSync(nameOrPath) || !/^[A-Za-z][\w.-]*$/.test(nameOrPath)) return nameOrPath;
  const module = nameOrPath.toLowerCase().replaceAll(/[-.]/g, '_');
  const code =
    'import importlib.util as u, sys; s = u.find_spec(sys.argv[1]); print(s.origin if s and s.origin else "")';
  try {
    const stdio = ['ignore', 'pipe', 'ignore'] as const;
    const origin = execFileSync(python, ['-c', code, module], {
      encoding: 'utf8',
      stdio: [...stdio],
    }).trim();
    return origin === '' ? nameOrPath : dirname(origin);
  } catch {
    return nameOrPath;
  }
}
