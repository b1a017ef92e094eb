import { describe, expect, test } from 'vitest';
import { findKind } from './kind.ts';

describe('指定緊急避難場所 and 指定避難所 are told apart', () => {
  test.each([
    ['指定緊急避難場所', 'emergency-site'],
    ['指定緊急避難場所（一時避難場所）地震［屋外］', 'emergency-site'],
    ['▶指定避難所（避難所）［屋内］', 'shelter'],
    ['避難所', 'shelter'],
    ['福祉避難所', 'shelter'],
    ['災害時給水ステーション', 'facility'],
  ])('%s', (name, kind) => {
    expect(findKind(undefined, [name], undefined)).toEqual({ kind });
  });

  test.each([
    '避難場所',
    '一時避難所',
    '広域避難場所',
    '緊急避難所',
    '津波避難所',
    '避難所・避難場所',
    '指定避難所と指定緊急避難場所',
  ])('%s alone settles nothing', (name) => {
    expect(findKind(undefined, [name], undefined)).toEqual({ kind: 'facility', doubt: 'unclear' });
  });

  test('words that contradict each other settle nothing', () => {
    expect(findKind(undefined, ['避難所', '広域避難場所'], undefined).doubt).toBe('unclear');
    expect(findKind('evacuation-space', ['指定避難所'], undefined)).toEqual({
      kind: 'facility',
      doubt: 'unclear',
    });
  });

  test('the dataset settles it, whatever the file is called', () => {
    expect(findKind('evacuation-space', ['広域避難場所'], undefined)).toEqual({
      kind: 'emergency-site',
    });
  });

  test('the config decides, but turns neither into the other', () => {
    expect(findKind(undefined, ['一時避難所'], 'emergency-site')).toEqual({
      kind: 'emergency-site',
    });
    expect(findKind('evacuation-space', [], 'facility')).toEqual({ kind: 'facility' });
    expect(findKind('evacuation-space', ['避難所'], 'shelter').doubt).toBe('conflict');
    expect(findKind(undefined, ['指定緊急避難場所'], 'shelter').doubt).toBe('conflict');
    expect(findKind(undefined, ['指定避難所'], 'emergency-site').doubt).toBe('conflict');
    expect(findKind('public-facility', ['指定避難所'], 'shelter')).toEqual({ kind: 'shelter' });
  });
});
