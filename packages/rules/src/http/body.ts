/** A request that cannot be answered: status and what is said. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * The text of a request, as far as it may go.
 * @throws Refusal 413 beyond `most` bytes
 */
export async function readBody(request: Request, most: number): Promise<string> {
  const reader = request.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  let [text, size] = ['', 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > most) {
      await reader.cancel();
      throw new Refusal(413, `The request is larger than ${most} bytes.`);
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** A JSON object out of a text. */
export function parseObject(text: string): Readonly<Record<string, unknown>> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    // The engine's own words can hold a piece of what was typed.
    throw new Refusal(
      400,
      `Invalid JSON${error instanceof SyntaxError ? '' : ', too deeply nested'}.`,
    );
  }
  if (typeof data === 'object' && data !== null && !Array.isArray(data))
    return data as Readonly<Record<string, unknown>>;
  throw new Refusal(400, "Invalid type: must be of type 'Object'.");
}
