import { expect, test } from 'vitest';
import { sentencesOfErrors } from '../../../apps/tools/src/sentences-of-errors.ts';
import { sentences } from './sentences.ts';

test('every error that is thrown with facts has its sentences, and none has any for nothing', () => {
  const { thrown, told } = sentencesOfErrors(import.meta.dirname, 'BenefitsError', sentences);
  expect(thrown.length).toBeGreaterThan(5);
  expect(thrown).toEqual(told);
});
