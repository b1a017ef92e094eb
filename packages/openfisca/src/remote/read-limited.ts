import { OpenFiscaError } from '../error.ts';

/**
 * The text of an answer, as far as it may go.
 * @throws OpenFiscaError `openfisca/remote-failed` beyond `most` bytes
 */
export async function readLimited(response: Response, most: number): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  let [text, size] = ['', 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > most) {
      await reader.cancel();
      throw new OpenFiscaError('openfisca/remote-failed', {
        ja: `サーバーの答えが${most}バイトを超えています。質問を減らしてください。`,
        en: `The answer of the server has more than ${most} bytes. Ask for less.`,
      });
    }
    text += decoder.decode(value, { stream: true });
  }
}
