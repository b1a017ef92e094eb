import type { Calculation, Situation } from '@yokoten/rules';
import type { Engine, Trace } from '@yokoten/rules/engine';
import { OpenFiscaError } from './error.ts';
import { readLimited } from './remote/read-limited.ts';

export { OpenFiscaError, type OpenFiscaErrorCode } from './error.ts';

/** How a server is asked. */
export interface RemoteOptions {
  /** Milliseconds until an answer must be there; default ten thousand. */
  readonly timeout?: number;
  /** Bytes of an answer; default ten million. */
  readonly mostBytes?: number;
  /** Ends a question that nobody waits for any more. */
  readonly signal?: AbortSignal;
}

/**
 * A server that answers as OpenFisca's Web API does, with the interface of an engine. The household leaves the machine: it is
 * posted to that server, without cookies, and nowhere else; a redirect is not followed.
 * @param address where `/calculate` is, `https://openfisca.example/api`
 * @throws OpenFiscaError in its promises: `openfisca/remote-refused` with the path in the situation, `openfisca/remote-failed`
 */
export function remoteEngine(address: string | URL, options: RemoteOptions = {}): Engine {
  const base = String(address).replace(/\/$/, '');
  return {
    async calculate(situation): Promise<Calculation> {
      const { data, headers } = await ask(base, 'calculate', situation, options);
      return {
        situation: data,
        arithmetic: 'numpy',
        // A server does not say which of its rules is the newest.
        asOf: '',
        origin: {
          name: headers.get('Country-Package') ?? 'not stated',
          version: headers.get('Country-Package-Version') ?? 'not stated',
          licence: 'not stated',
          source: base,
        },
      };
    },
    async trace(situation): Promise<Trace> {
      const { data } = await ask(base, 'trace', situation, options);
      return data as unknown as Trace;
    },
  };
}

type Answer = Readonly<Record<string, unknown>>;

async function ask(
  base: string,
  route: string,
  situation: Situation,
  { timeout = 10_000, mostBytes = 10_000_000, signal }: RemoteOptions,
): Promise<{ readonly data: Answer; readonly headers: Headers }> {
  const limit = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(`${base}/${route}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(situation),
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
    });
    const text = await readLimited(response, mostBytes);
    const data = parseAnswer(text);
    if (response.ok && data !== undefined) return { data, headers: response.headers };
    if ((response.status === 400 || response.status === 404) && data !== undefined)
      throw refused(data);
    throw failed(base, `HTTP ${response.status}${data === undefined ? ', no JSON' : ''}`);
  } catch (error) {
    if (error instanceof OpenFiscaError || signal?.aborted === true) throw error;
    throw failed(base, limit.aborted ? `no answer within ${timeout} ms` : reasonOf(error));
  }
}

function parseAnswer(text: string): Answer | undefined {
  try {
    const data: unknown = JSON.parse(text);
    const object = typeof data === 'object' && data !== null && !Array.isArray(data);
    return object ? (data as Answer) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** OpenFisca's shape of an error: the sentence stands where in the situation it belongs. */
function refused(data: Answer): OpenFiscaError {
  const path: string[] = [];
  let inner: unknown = data;
  while (typeof inner === 'object' && inner !== null && path.length < 12) {
    const [first] = Object.entries(inner);
    if (first === undefined) break;
    path.push(first[0]);
    [, inner] = first;
  }
  const said = typeof inner === 'string' ? inner.slice(0, 500) : '';
  const where = path.join(' → ');
  return new OpenFiscaError(
    'openfisca/remote-refused',
    {
      ja: `サーバーが受け付けませんでした（${where}）：${said}`,
      en: `The server refused the situation at ${where}: ${said}`,
    },
    undefined,
    path,
  );
}

function failed(base: string, reason: string): OpenFiscaError {
  return new OpenFiscaError('openfisca/remote-failed', {
    ja: `${base} から答えがありません（${reason}）。アドレスとつながりを確かめてください。`,
    en: `There is no answer from ${base}: ${reason}. Check the address and the connection.`,
  });
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
