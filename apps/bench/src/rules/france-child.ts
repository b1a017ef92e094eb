import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compilePackage, testPack } from '@yokoten/openfisca/node';

/** Compiles the package, runs its tests and prints what came of it; in a process of its own, for its formulas nest deeply. */
const [, , folder = '', tests = ''] = process.argv;
const base = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));
const out = mkdtempSync(join(base, 'france-'));
try {
  const { country, errors } = compilePackage(folder, out);
  const reasons = new Map<string, number>();
  for (const { message } of errors) {
    const what = message.replace(/^\S+:\d+:\d+: /, '');
    reasons.set(what, (reasons.get(what) ?? 0) + 1);
  }
  let [passed, failed, unread] = [0, 0, 0];
  const files = readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => join(tests, name))
    .filter((path) => existsSync(path));
  for (const path of files)
    try {
      for await (const results of testPack(out, [path]))
        for (const result of results) {
          if (result.passed) passed++;
          else failed++;
        }
    } catch (error) {
      if (!(error instanceof Error && error.name === 'OpenFiscaError')) throw error;
      unread++;
    }
  const formulas = country.steps.formulas.flat().length;
  const variables = country.variables.length;
  const { version } = country.origin;
  console.log(
    JSON.stringify({ version, formulas, variables, passed, failed, unread, reasons: [...reasons] }),
  );
} finally {
  rmSync(out, { recursive: true });
}
