import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Pack } from '@yokoten/rules';
import { localEngine } from '@yokoten/rules/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moduleFolder } from '../src/compare.ts';
import { compilePackage, servePack, type ServedPack } from '../src/node.ts';
import { remoteEngine } from '../src/remote.ts';
import { loadPack } from '../src/test-pack.ts';
import { load, type Loaded, MIHON } from './compile-fixture.ts';

const base = fileURLToPath(new URL('../node_modules/.cache/', import.meta.url));
let folder: string;
let served: ServedPack;
let pack: Pack;
beforeAll(async () => {
  mkdirSync(base, { recursive: true });
  folder = mkdtempSync(join(base, 'remote-'));
  compilePackage(MIHON, folder);
  served = await servePack(folder, 0);
  pack = await loadPack(folder);
});
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true });
});

const situation = {
  persons: { A: { income: { '2024-10': 600_000 }, levy: { '2024-10': null } } },
};

describe('a server of ours', () => {
  test('answers what the local engine does, by the same interface', async () => {
    const [remote, local] = [remoteEngine(`${served.address}/`), localEngine(pack)];
    const [there, here] = [await remote.calculate(situation), await local.calculate(situation)];
    expect(there.situation).toEqual(here.situation);
    expect(there.origin).toMatchObject({ name: 'mihon', source: served.address });
    expect(await remote.trace(situation)).toEqual(await local.trace(situation));
  });

  test('says where a situation is wrong', async () => {
    const wrong = { persons: { A: { income: { '2024-10': 'much' } } } };
    await expect(remoteEngine(served.address).calculate(wrong)).rejects.toMatchObject({
      code: 'openfisca/remote-refused',
      path: ['persons', 'A', 'income', '2024-10'],
    });
  });
});

describe('a server that does not answer as it should', () => {
  let server: Server;
  let address: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/slow/calculate') return;
      if (request.url === '/away/calculate')
        response.writeHead(302, { Location: `${served.address}/calculate` });
      if (request.url === '/broken/calculate') response.writeHead(500);
      response.end(request.url === '/large/calculate' ? 'x'.repeat(20_000) : '<html>');
    });
    await new Promise<void>((done) => {
      server.listen(0, '127.0.0.1', done);
    });
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test.each(['/slow', '/away', '/broken', '/large', '/page'])('%s', async (path) => {
    const engine = remoteEngine(address + path, { timeout: 300, mostBytes: 10_000 });
    await expect(engine.calculate(situation)).rejects.toMatchObject({
      code: 'openfisca/remote-failed',
    });
  });

  test('who stops waiting gets their own reason', async () => {
    const stop = new AbortController();
    const asked = remoteEngine(`${address}/slow`, { signal: stop.signal }).calculate(situation);
    stop.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
  });

  test('nobody there', async () => {
    await expect(remoteEngine('http://127.0.0.1:1').calculate(situation)).rejects.toMatchObject({
      code: 'openfisca/remote-failed',
    });
  });
});

const python = [
  process.env.YOKOTEN_PYTHON,
  fileURLToPath(new URL('../../../.cache/openfisca/bin/python', import.meta.url)),
].find((path) => path !== undefined && existsSync(path));
const real = python === undefined ? undefined : moduleFolder(python, 'openfisca_country_template');

/** Serves the real Web API on a free port and prints which. */
const SERVE = `
import logging, warnings
warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)
from wsgiref.simple_server import make_server, WSGIRequestHandler
from openfisca_web_api.app import create_app
from openfisca_country_template import CountryTaxBenefitSystem
class Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        pass
server = make_server("127.0.0.1", 0, create_app(CountryTaxBenefitSystem()), handler_class=Quiet)
print(server.server_port, flush=True)
server.serve_forever()
`;

describe.skipIf(real === undefined)('the real server', () => {
  let loaded: Loaded;
  let server: ChildProcess;
  let address: string;
  beforeAll(async () => {
    loaded = await load(real ?? '');
    server = spawn(python ?? '', ['-c', SERVE], { stdio: ['ignore', 'pipe', 'ignore'] });
    const port = await new Promise<string>((done) => {
      server.stdout?.once('data', (text: Buffer) => done(String(text).trim()));
    });
    address = `http://127.0.0.1:${port}`;
  }, 120_000);
  afterAll(() => {
    server.kill();
    loaded.remove();
  });

  test('gives the figures of the local engine, and its own name', async () => {
    const family = {
      persons: {
        A: { birth: { ETERNITY: '1980-01-01' }, salary: { '2017-01': 4000.1 } },
        B: { salary: { '2017-01': 20_001 }, income_tax: { '2017-01': null } },
      },
      households: { h: { parents: ['A', 'B'], total_taxes: { '2017-01': null } } },
    };
    const there = await remoteEngine(address).calculate(family);
    expect(there.situation).toEqual((await localEngine(loaded.pack).calculate(family)).situation);
    expect(there.origin.name).toBe('openfisca-country_template');
    const trace = await remoteEngine(address).trace(family);
    expect(trace.entitiesDescription).toEqual({ persons: ['A', 'B'], households: ['h'] });
    const wrong = { ...family, persons: { ...family.persons, B: { zz: { '2017-01': 1 } } } };
    await expect(remoteEngine(address).calculate(wrong)).rejects.toMatchObject({
      code: 'openfisca/remote-refused',
      path: expect.arrayContaining(['persons', 'B', 'zz']) as string[],
    });
  });
});
