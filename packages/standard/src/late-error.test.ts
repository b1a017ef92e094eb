import { expect, test } from 'vitest';
import { LateError, tellErrors } from './late-error.ts';

test('says its code and facts until its sentences are here, and then what it means', () => {
  const error = new LateError('town/no-road#here', ['橋', 3], { cause: 'flood' });
  expect(error.code).toBe('town/no-road');
  expect(error.message).toBe('town/no-road: 橋 3');
  expect(error.text).toEqual({ ja: 'town/no-road: 橋 3', en: 'town/no-road: 橋 3' });
  expect(error.cause).toBe('flood');
  tellErrors({
    'town/no-road#here': { ja: '{0}が{1}本ありません。', en: '{0}: {1} gone{2}.' },
  });
  expect(error.text).toEqual({ ja: '橋が3本ありません。', en: '橋: 3 gone.' });
  expect(new LateError('town/no-road#here', ['橋', 4]).message).toBe('橋: 4 gone.');
  expect(new LateError('town/no-road#here', ['{1}', '{0}']).message).toBe('{1}: {0} gone.');
  expect(new LateError('town/no-road', ['橋']).message).toBe('town/no-road: 橋');
});

test('says the sentences that it is given', () => {
  const text = { ja: '通れません。', en: 'Closed.' };
  expect(new LateError('town/closed', text)).toMatchObject({ message: 'Closed.', text });
});
