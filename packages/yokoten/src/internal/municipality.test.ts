import { expect, test } from 'vitest';
import { findMunicipality } from './find-municipality.ts';
import { YokotenError } from './fault.ts';
import { resolveMunicipality } from './municipality.ts';

test('a code is looked up', async () => {
  const resolved = await resolveMunicipality('132012');
  expect(resolved).toMatchObject({ municipality: { code: '132012', name: { ja: '八王子市' } } });
});

test('a town that is in no table brings its own frame; its middle is worked out', async () => {
  const resolved = await resolveMunicipality({ name: { ja: '見本市' }, bbox: [141, 32, 142, 34] });
  expect(resolved).toEqual({
    municipality: { name: { ja: '見本市' }, bbox: [141, 32, 142, 34], centroid: [141.5, 33] },
  });
});

test.each([
  ['132013', 'yokoten/unknown-municipality', '132012'],
  ['八王寺市', 'yokoten/unknown-municipality', '132012'],
  ['', 'yokoten/unknown-municipality', ''],
  ['八王子市', 'yokoten/municipality-by-name', '132012'],
  ['府中市', 'yokoten/ambiguous-municipality', '342084'],
])('%j is answered with %s', async (asked, code, hint) => {
  const resolved = await resolveMunicipality(asked);
  const problem = 'problem' in resolved ? resolved.problem : undefined;
  expect(problem?.code).toBe(code);
  expect(problem?.path).toEqual(['municipality']);
  expect(problem?.message.ja).toContain(hint);
  expect(problem?.message.en).toContain(hint);
});

test('the command line also takes a name that only one municipality has', async () => {
  await expect(findMunicipality('八王子市')).resolves.toMatchObject({ code: '132012' });
  await expect(findMunicipality('府中市')).rejects.toThrow(YokotenError);
});
