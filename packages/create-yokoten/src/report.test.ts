import { expect, test } from 'vitest';
import { nextCommands } from './report.ts';

test.skipIf(process.platform === 'win32').each([
  ['/home/me/my-map', '/home/me', 'cd my-map'],
  ['/home/me/新しい地図', '/home/me', 'cd 新しい地図'],
  ['/home/me/my map', '/home/me', 'cd "my map"'],
  ['/home/me/my-map', '/home/me/other', 'cd ../my-map'],
  ['/tmp/a', '/home/me/other', 'cd /tmp/a'],
])('from %s in %s: %s', (folder, cwd, expected) => {
  expect(nextCommands(folder, cwd, 'npm', false)).toEqual([expected, 'npm install', 'npm start']);
});

test('in the folder itself there is no need to go anywhere, nor to install twice', () => {
  expect(nextCommands('/home/me/my-map', '/home/me/my-map', 'pnpm', true)).toEqual(['pnpm start']);
});
