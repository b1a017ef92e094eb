import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nextRelease } from '../src/next-release.ts';
import { packAll } from '../src/pack.ts';
import { root } from '../src/run.ts';
import { IDENTITY, outputOf } from './outside-app.ts';
import { outerEnvironment } from './registry-server.ts';

const minutes = 60_000;

describe('an app that did not begin as a new and empty one', { tags: ['ci'] }, () => {
  test.each([
    ['with an example', ['--example', 'hachioji']],
    ['in a folder with files', ['--municipality', '134023', '--into-existing']],
  ] as const)(
    'begun %s it is upgraded like any other, and nothing of its owner changes',
    async (_, flags) => {
      await packAll();
      const folder = mkdtempSync(join(tmpdir(), 'yokoten-templates-'));
      try {
        const app = join(folder, 'my-app');
        mkdirSync(app);
        const own = {
          'README.md': '# Mine',
          '.gitattributes': '* text=auto',
          '.gitignore': 'own',
        };
        if (flags.length > 2)
          for (const [path, text] of Object.entries(own)) writeFileSync(join(app, path), text);
        const env = { ...outerEnvironment(), ...IDENTITY };
        const cli = join(root, 'packages/create-yokoten/dist/cli.js');
        const args = [cli, 'my-app', '-t', 'disaster-map', ...flags, '--yes', '--no-install'];
        await outputOf(process.execPath, [...args, '--no-git'], folder, env);
        const git = (...words: string[]): Promise<string> => outputOf('git', words, app, env);
        await git('init', '--quiet');
        await git('add', '--all');
        await git('commit', '--quiet', '--message', 'x');
        const { releases, version } = nextRelease(join(root, '.cache/pack'), folder);
        const yokoten = join(root, 'packages/yokoten/dist/cli.js');
        const upgrade = [yokoten, 'upgrade', app, '--releases', releases, '--json'];
        const report = await outputOf(process.execPath, upgrade, folder, env);
        expect(JSON.parse(report)).toMatchObject({ status: 'done', decisions: [] });
        const changed = await git('diff', '--name-only', 'HEAD', `upgrade/yokoten-${version}`);
        expect(changed.trim().split('\n')).toEqual([
          '.yokoten/base.json',
          'index.html',
          'package.json',
          'yokoten.lock.json',
        ]);
        const record = await git('show', `upgrade/yokoten-${version}:yokoten.lock.json`);
        expect(JSON.parse(record).example).toBe(flags[0] === '--example' ? flags[1] : undefined);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    minutes,
  );
});

test(
  'an app builds in a project whose own files are CommonJS, and theirs run as before',
  { tags: ['ci'], timeout: 2 * minutes },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'yokoten-templates-'));
    try {
      writeFileSync(join(folder, 'package.json'), '{ "name": "older", "main": "own.js" }\n');
      writeFileSync(join(folder, 'own.js'), "module.exports = require('node:path').sep;\n");
      const cli = join(root, 'packages/create-yokoten/dist/cli.js');
      const flags = ['--municipality', '134023', '--into-existing', '--yes', '--no-install'];
      const env = outerEnvironment();
      await outputOf(process.execPath, [cli, '.', ...flags], folder, env);
      // What the template has installed in this clone: nothing depends on which app it is.
      const installed = join(root, 'templates/disaster-map/node_modules');
      symlinkSync(installed, join(folder, 'node_modules'), 'junction');
      await outputOf(process.execPath, ['own.js'], folder, env);
      await outputOf('npm', ['run', 'build'], folder, env);
      expect(existsSync(join(folder, 'dist/index.html'))).toBe(true);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
