import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const cli = path('../../create-yokoten/dist/cli.js');
const modules = path('../../../templates/benefits-navigator/node_modules');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yokoten-town-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['132012', '八王子市', 'Hachioji'],
  ['182079', '鯖江市', 'Sabae'],
])(
  'a town that was just scaffolded (%s) builds, with nothing of the sample in it',
  { tags: ['ci'] },
  async (code, name, latin) => {
    const root = join(folder, code);
    const flags = ['-t', 'benefits-navigator', '-m', code, '--yes', '--no-install', '--no-git'];
    execFileSync('node', [cli, root, ...flags], { stdio: 'ignore' });
    symlinkSync(modules, join(root, 'node_modules'), 'junction');
    await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'silent' });
    const html = readFileSync(join(root, 'dist/index.html'), 'utf8');
    expect(html).toContain(`<title>${name}の手当と支援の確認</title>`);
    expect(html).toContain('児童手当');
    const scripts = readdirSync(join(root, 'dist/assets'))
      .filter((file) => file.endsWith('.js'))
      .map((file) => readFileSync(join(root, 'dist/assets', file), 'utf8'))
      .join('\n');
    expect(scripts).toContain(`${name}の子育て支援`);
    expect(scripts).toContain(latin);
    expect(scripts).not.toMatch(/見本市|Mihon|mihon-shi/);
    // Not a sample any more: the page does not say 見本.
    expect(scripts).not.toContain('sample:!0');
  },
);
