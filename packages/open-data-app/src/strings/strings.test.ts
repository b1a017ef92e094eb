import { checkStrings } from '@yokoten/ui';
import { expect, test } from 'vitest';
import { appStrings } from './strings.ts';

test('every language says everything, and none leaves a text in another', async () => {
  expect(await checkStrings(appStrings)).toEqual([]);
});
