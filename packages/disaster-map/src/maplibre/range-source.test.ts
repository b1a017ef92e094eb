import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, expect, test } from 'vitest';
import { createRangeSource } from './range-source.ts';

const FILE = Uint8Array.from({ length: 1000 }, (_, index) => index % 251);
let server: Server | undefined;
let asked: (string | undefined)[] = [];

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  asked = [];
});

function* endless(): Generator<Uint8Array> {
  for (;;) yield new Uint8Array(1024 * 1024);
}

/** A host of one file; answers with the address. */
async function serve(
  kind: 'ranges' | 'whole' | 'unmeasured' | 'huge' | 'endless' | 'gone',
): Promise<string> {
  server = createServer((request, response) => {
    const { range } = request.headers;
    asked.push(range);
    const [from = 0, to = 0] = range?.match(/\d+/g)?.map(Number) ?? [];
    if (kind === 'gone') response.writeHead(404).end('no');
    else if (kind === 'ranges') response.writeHead(206).end(FILE.subarray(from, to + 1));
    else if (kind === 'whole') response.writeHead(200, { 'Content-Length': 1000 }).end(FILE);
    else if (kind === 'unmeasured') response.writeHead(200).end(FILE);
    else if (kind === 'huge') response.writeHead(200, { 'Content-Length': 2 ** 33 }).write(FILE);
    else Readable.from(endless()).pipe(response.writeHead(200));
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}/town.pmtiles`;
}

const part = async (url: string): Promise<number[][]> => {
  const source = createRangeSource(url);
  const answers = [await source.getBytes(10, 5), await source.getBytes(996, 10)];
  return answers.map(({ data }) => Array.from(new Uint8Array(data)));
};
const expected = [[...FILE.subarray(10, 15)], [...FILE.subarray(996)]];

test('asks a host for the parts it needs', async () => {
  expect(await part(await serve('ranges'))).toEqual(expected);
  expect(asked).toEqual(['bytes=10-14', 'bytes=996-1005']);
});

test.each(['whole', 'unmeasured'] as const)(
  'a host that sends the file %s is asked once',
  async (kind) => {
    expect(await part(await serve(kind))).toEqual(expected);
    expect(asked).toHaveLength(1);
  },
);

test.each(['huge', 'endless'] as const)(
  'a file that is %s and sent as a whole is not taken',
  async (kind) => {
    await expect(part(await serve(kind))).rejects.toThrow('HTTP range requests');
  },
);

test('says what the host answered', async () => {
  await expect(part(await serve('gone'))).rejects.toThrow('answers 404');
});
