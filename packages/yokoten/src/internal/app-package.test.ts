import { expect, test } from 'vitest';
import { temporaryApp } from '../../test/temporary-app.ts';
import { loadAppPackage } from './app-package.ts';

const place = { file: 'yokoten.config.jsonc', line: 3, column: 10 };

test('the builder is the one the project has installed', async () => {
  await using app = await temporaryApp();
  const builder = await loadAppPackage(app.root, 'disaster-map', place);
  expect(builder.preload).toEqual(['drawing']);
});

test('what is not installed is told with the command that installs it', async () => {
  await using app = await temporaryApp();
  const loading = loadAppPackage(app.root, 'no-such-app', place);
  await expect(loading).rejects.toMatchObject({
    faults: [
      {
        code: 'yokoten/app-not-installed',
        message: { en: expect.stringContaining('npm install @yokoten/no-such-app') as string },
        place,
      },
    ],
  });
});
