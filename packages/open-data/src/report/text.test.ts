import { expect, test } from 'vitest';
import { examineFile } from './examine.ts';
import { reportText } from './text.ts';

const CSV = [
  '名称,緯度,経度,備考',
  'みほん館,35.6,139.3,',
  '逆の館\u001b[31m,139.3,35.6,長い備考',
  'みほん館,35.6,139.3,',
].join('\n');

async function text(language: 'ja' | 'en', width?: number): Promise<string> {
  const { report } = await examineFile(new TextEncoder().encode(CSV), { file: 'a\u0007.csv' });
  return reportText(report, { language, width });
}

test('says what the file is, its score, what to do and what is wrong, in Japanese', async () => {
  await expect(await text('ja')).toMatchFileSnapshot('../../test/golden/report/text-ja.txt');
});

test('and in English', async () => {
  await expect(await text('en')).toMatchFileSnapshot('../../test/golden/report/text-en.txt');
});

test('no line is wider than the terminal, counted in its columns', async () => {
  const wide =
    /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;
  for (const line of (await text('ja', 40)).split('\n')) {
    const columns = Array.from(line).reduce(
      (sum, character) => sum + (wide.test(character) ? 2 : 1),
      0,
    );
    expect(columns).toBeLessThanOrEqual(40);
  }
});

test('no control character of the data reaches the terminal', async () => {
  // oxlint-disable-next-line no-control-regex
  expect(await text('ja')).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/u);
});
