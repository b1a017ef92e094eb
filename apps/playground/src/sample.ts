import address from '../sample/見本_指定緊急避難場所.csv?inline';

/** A made-up file with the dirt of real ones: Shift_JIS, swapped positions, full-width digits, a footnote. */
export function sampleFile(): File {
  const packed = atob(address.slice(address.indexOf(',') + 1));
  const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
  return new File([bytes], '見本_指定緊急避難場所.csv', { type: 'text/csv' });
}
