import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkSchemes } from '../src/build.ts';

const guide = readFileSync(
  join(import.meta.dirname, '../../../docs/guides/own-schemes.md'),
  'utf8',
);

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

test('what the guide shows is right as it stands', async () => {
  const [, yaml = ''] = /```yaml\n([^`]*)```/.exec(guide) ?? [];
  const [, csv = ''] = /```\n(制度,[^`]*)```/.exec(guide) ?? [];
  const scheme = await checkSchemes([{ name: 'a.yaml', bytes: encode(yaml) }]);
  expect(scheme.findings).toEqual([]);
  expect([scheme.passed, scheme.failed]).toEqual([2, 0]);
  const table = await checkSchemes([{ name: 'a.csv', bytes: encode(csv) }]);
  expect(table.findings.map(({ code }) => code)).toEqual(['benefits/no-examples']);
});
