import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { dirname, join } from 'node:path';
import { onTestFinished, test } from 'vitest';

/** A repository made for a test; `git` runs a command in it, with nobody's settings. */
export interface MadeRepository {
  readonly root: string;
  readonly git: (args: readonly string[], input?: string | Uint8Array) => string;
  write(path: string, content: string | Uint8Array): void;
  commit(): void;
}

const NOBODY = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
};

/** An empty repository in a folder. */
export function makeRepository(root: string): MadeRepository {
  mkdirSync(root, { recursive: true });
  const git = (args: readonly string[], input: string | Uint8Array = ''): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.jp', ...args], {
      cwd: root,
      env: { ...process.env, ...NOBODY },
      input,
      stdio: ['pipe', 'pipe', 'ignore'],
      maxBuffer: 1e9,
    })
      .toString()
      .trim();
  git(['init', '--quiet', '--initial-branch=main']);
  for (const setting of ['uploadpack.allowFilter', 'uploadpack.allowAnySHA1InWant'])
    git(['config', setting, 'true']);
  return {
    root,
    git,
    write(path, content) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    },
    commit() {
      git(['add', '--all']);
      git(['commit', '--quiet', '--message', 'x']);
    },
  };
}

/** Commits a tree made of raw entries, as no `git add` would make it. */
export function commitEntries(
  { git }: MadeRepository,
  entries: readonly (readonly [mode: string, path: string, content: string])[],
): string {
  const tree = git(
    ['mktree', '--missing', '-z'],
    entries
      .map(([mode, path, content]) => {
        const id =
          mode === '160000' || mode === '040000'
            ? content
            : git(['hash-object', '-w', '--stdin'], content);
        const type = { '160000': 'commit', '040000': 'tree' }[mode] ?? 'blob';
        return `${mode} ${type} ${id}\t${path}\0`;
      })
      .join(''),
  );
  const commit = git(['commit-tree', '-m', 'x', tree]);
  git(['update-ref', 'HEAD', commit]);
  return commit;
}

/** What a test does with a request; `next` lets Git answer it. */
export type Handler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void;

/** A test that needs a server with a certificate of its own. */
export const onServer = test.skipIf(
  spawnSync('openssl', ['version'], { stdio: 'ignore' }).status !== 0,
);

/** A server of the repositories below a folder, over TLS on this machine; the test's own certificate is trusted. */
export async function serve(
  folder: string,
  handler: Handler = (_request, _response, next) => next(),
): Promise<{ readonly url: string; readonly seen: readonly string[] }> {
  const { key, cert, file } = certificate(folder);
  const seen: string[] = [];
  const server = createServer({ key, cert }, (request, response) => {
    seen.push(`${request.method} ${request.url}`);
    handler(request, response, () => answer(folder, request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const before = process.env['GIT_SSL_CAINFO'];
  process.env['GIT_SSL_CAINFO'] = file;
  onTestFinished(() => {
    if (before === undefined) delete process.env['GIT_SSL_CAINFO'];
    else process.env['GIT_SSL_CAINFO'] = before;
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return { url: `https://localhost:${port}`, seen };
}

function certificate(folder: string): { key: Buffer; cert: Buffer; file: string } {
  const [key, file] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const args = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
  execFileSync(
    'openssl',
    [
      ...args,
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=localhost',
      '-keyout',
      key,
      '-out',
      file,
    ].concat(['-addext', 'subjectAltName=DNS:localhost']),
    { stdio: 'ignore' },
  );
  return { key: readFileSync(key), cert: readFileSync(file), file };
}

/** `git http-backend` as a CGI program (RFC 3875). */
function answer(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, search } = new URL(request.url ?? '/', 'https://localhost');
  const child = spawn('git', ['http-backend'], {
    env: {
      ...process.env,
      ...NOBODY,
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: pathname,
      QUERY_STRING: search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
    },
  });
  request.pipe(child.stdin);
  child.stdin.on('error', () => child.kill());
  let head = Buffer.alloc(0);
  child.stdout.on('data', (chunk: Buffer) => {
    if (response.headersSent) {
      response.write(chunk);
      return;
    }
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf('\r\n\r\n');
    if (end === -1) return;
    const lines = head.toString('latin1', 0, end).split('\r\n');
    const headers = lines.map((line) => line.split(/: (.*)/).slice(0, 2) as [string, string]);
    const status = headers.find(([name]) => name === 'Status')?.[1] ?? '200';
    response.writeHead(
      Number(status.slice(0, 3)),
      Object.fromEntries(headers.filter(([name]) => name !== 'Status')),
    );
    response.write(head.subarray(end + 4));
  });
  child.on('close', () => response.end());
}
