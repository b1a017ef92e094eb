import { expect, test } from 'vitest';
import { CONFIG } from '../../test/temporary-app.ts';
import { readSharedConfig } from './shared-config.ts';

const codes = (change: Record<string, unknown>): string[] =>
  readSharedConfig({ ...CONFIG, ...change }).problems.map(
    ({ code, path }) => `${code} ${path.join('.')}`,
  );

test('a good config has no problems; what is left out has its default', () => {
  const { config, problems } = readSharedConfig(CONFIG);
  expect(problems).toEqual([]);
  expect(config).toMatchObject({ app: 'disaster-map', languages: ['ja', 'en'], site: {} });
});

test.each([
  [{ schemaVersion: undefined }, 'yokoten/config-key-missing '],
  [{ schemaVersion: 2 }, 'yokoten/schema-version schemaVersion'],
  [{ app: undefined }, 'yokoten/config-key-missing '],
  [{ app: 'disastermap' }, 'yokoten/unknown-app app'],
  [{ municipality: 132012 }, 'yokoten/config-type municipality'],
  [{ municipality: { name: { ja: '町' } } }, 'yokoten/config-key-missing municipality'],
  [
    { municipality: { name: { ja: '町' }, bbox: [141, 33, 140, 34] } },
    'yokoten/config-type municipality.bbox',
  ],
  [
    { municipality: { name: { ja: '町' }, bbox: [1, 1, 2, 2], box: 1 } },
    'yokoten/unknown-key municipality.box',
  ],
  [{ title: { en: 'Map' } }, 'yokoten/config-key-missing title'],
  [{ title: { ja: ' ' } }, 'yokoten/config-type title.ja'],
  [{ languages: 'ja' }, 'yokoten/config-type languages'],
  [{ languages: ['ja', 'fr'] }, 'yokoten/unknown-language languages.1'],
  [{ site: { url: 'http://example.jp/' } }, 'yokoten/config-value site.url'],
  [{ site: { url: 'https://example.jp/?a' } }, 'yokoten/config-value site.url'],
  [{ site: { icon: 'images/../secret.svg' } }, 'yokoten/config-type site.icon'],
  [{ site: { icon: '/etc/icon.svg' } }, 'yokoten/config-type site.icon'],
  [{ site: { ikon: 'images/icon.svg' } }, 'yokoten/unknown-key site.ikon'],
  [{ theme: { accent: 'blue' } }, 'yokoten/config-value theme.accent'],
  [{ theme: { accent: '#ffcc00' } }, 'yokoten/low-contrast theme.accent'],
])('%j is told at its path', (change, expected) => {
  expect(codes(change)).toEqual([expected]);
});

test('all mistakes are told at once, each with what to write', () => {
  const { problems } = readSharedConfig({ app: 'x', site: { iconn: 1 } });
  expect(problems.length).toBeGreaterThanOrEqual(4);
  for (const { message } of problems) {
    expect(message.ja).not.toBe('');
    expect(message.en).not.toBe('');
  }
  expect(problems.find(({ code }) => code === 'yokoten/unknown-key')?.message.en).toContain('icon');
});

test('the app’s own keys are left to the app', () => {
  expect(codes({ layers: 'anything', contacts: 5 })).toEqual([]);
});

test('an address gets the slash that relative addresses need', () => {
  const { config } = readSharedConfig({ ...CONFIG, site: { url: 'https://example.jp/map' } });
  expect(config.site.url).toBe('https://example.jp/map/');
});
