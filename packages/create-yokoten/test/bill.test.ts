import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { firstLock } from '../src/first-lock.ts';
import { planFiles } from '../src/plan.ts';
import { readTemplate, templateIds } from '../src/template.ts';
import { temporaryFolder } from './command-line.ts';
import { addPackages } from './packed-packages.ts';

const municipality = {
  code: '132012',
  name: '八王子市',
  prefecture: '東京都',
  latin: 'Hachioji City',
};

test.skipIf(process.platform === 'win32').each(templateIds())(
  'the bill of materials that %s publishes names each part, and no place on the machine that made it',
  (id) => {
    using folder = temporaryFolder();
    addPackages(folder.path);
    // A name that a pattern would take for something else.
    const app = join(folder.path, '防災 [a]*&|');
    const template = readTemplate(id);
    const plan = { template, municipality, packageName: 'my-map', packages: 'packages' };
    const files = planFiles({ ...plan, cwd: folder.path });
    for (const file of [...files, firstLock(files)]) {
      mkdirSync(dirname(join(app, file.path)), { recursive: true });
      if ('text' in file) writeFileSync(join(app, file.path), file.text);
      else copyFileSync(file.copyOf, join(app, file.path));
    }
    mkdirSync(join(app, 'dist'));
    // Nothing is installed here, so npm reads its lock file.
    const npm = execFileSync('which', ['npm'], { encoding: 'utf8' }).trim();
    mkdirSync(join(folder.path, 'programs'));
    const script = `#!/bin/sh\nexec '${npm}' "$@" --package-lock-only\n`;
    writeFileSync(join(folder.path, 'programs/npm'), script, { mode: 0o755 });
    const deploy = readFileSync(join(app, '.github/workflows/deploy.yml'), 'utf8');
    const [, step = ''] = /^ +- run: (.*npm sbom.*)$/m.exec(deploy) ?? [];
    execFileSync('bash', ['-e', '-c', step], {
      cwd: app,
      env: { ...process.env, PATH: `${folder.path}/programs${delimiter}${process.env.PATH}` },
    });
    const bill = readFileSync(join(app, 'dist/sbom.cdx.json'), 'utf8');
    expect(JSON.parse(bill)).toMatchObject({ bomFormat: 'CycloneDX' });
    for (const name of Object.keys(
      JSON.parse(readFileSync(join(app, 'package.json'), 'utf8')).dependencies,
    ))
      expect(bill).toContain(`"name": "${name}"`);
    expect(bill).toContain('"vendor/yokoten-');
    expect(bill).not.toContain(folder.path);
    expect(bill).not.toContain('"file:');
  },
);
