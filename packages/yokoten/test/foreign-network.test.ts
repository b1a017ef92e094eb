import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, vi } from 'vitest';
import { look, mark, plain } from './foreign-look.ts';
import { makeRepository, serve, onServer } from './foreign-server.ts';
import { temporary } from './upgrade-app.ts';

onServer('a redirect to anything but https is not followed, one to https is', async () => {
  const folder = temporary();
  plain(folder);
  const seen: string[] = [];
  const other = createServer((request, response) => {
    seen.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void other.close());
  const address = other.address();
  const port = typeof address === 'object' ? address?.port : 0;
  let target = '';
  const { url } = await serve(folder, (request, response, next) => {
    if (!request.url?.startsWith('/moved/')) return next();
    response.writeHead(301, { location: target + request.url.slice('/moved/'.length) }).end();
  });
  for (target of [`http://127.0.0.1:${port}/`, 'file:///etc/', 'ftp://127.0.0.1/', 'ext::sh/'])
    await expect(look(`${url}/moved/map/.git`)).rejects.toThrow('yokoten/foreign-unreachable');
  expect(seen).toEqual([]);
  target = `${url}/`;
  expect((await look(`${url}/moved/map/.git`)).taken).toEqual(['a.csv']);
});

onServer('no password of the person is sent, and no helper of theirs is asked', async () => {
  const folder = temporary();
  plain(folder);
  const { file, command } = mark(folder);
  const headers: unknown[] = [];
  const { url } = await serve(folder, (request, response) => {
    headers.push(request.headers.authorization, request.headers['x-token']);
    response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end();
  });
  onTestFinished(() => void vi.unstubAllEnvs());
  writeFileSync(join(folder, '.netrc'), 'machine localhost login a password b\n');
  writeFileSync(
    join(folder, '.gitconfig'),
    `[credential]\n\thelper = "!${command.replaceAll('"', '')}"\n[http]\n\textraHeader = "X-Token: a"\n[url "file:///"]\n\tinsteadOf = https://\n`,
  );
  writeFileSync(join(folder, 'ask'), `#!/bin/sh\n${command}\n`, { mode: 0o755 });
  vi.stubEnv('HOME', folder).stubEnv('GIT_ASKPASS', join(folder, 'ask'));
  await expect(look(`${url}/map/.git`)).rejects.toThrow('yokoten/foreign-unreachable');
  expect(headers.length).toBeGreaterThan(0);
  expect(headers.filter((header) => header !== undefined)).toEqual([]);
  expect(existsSync(file)).toBe(false);
});

onServer(
  'a server that answers something else gives one clear error',
  { tags: ['ci'] },
  async () => {
    const folder = temporary();
    const made = plain(folder);
    const empty = makeRepository(join(folder, 'empty'));
    let body: string | Buffer = '';
    const { url } = await serve(folder, (request, response, next) => {
      if (request.method === 'GET' || body === '') return next();
      response.setHeader('content-type', 'application/x-git-upload-pack-result');
      response.end(body);
    });
    await expect(look(`${url}/none/.git`)).rejects.toThrow('yokoten/foreign-unreachable');
    await expect(look(`${url}/empty/.git`)).rejects.toThrow('yokoten/foreign-empty');
    for (body of ['<html>', '0000', '0008NAK\n', readFileSync(join(made.root, '.git/HEAD'))])
      await expect(look(`${url}/map/.git`)).rejects.toThrow(/yokoten\/foreign-(unreachable|empty)/);
    expect(existsSync(empty.root)).toBe(true);
  },
);
