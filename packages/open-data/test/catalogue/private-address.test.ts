import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { privateHost, privateIp } from '../../src/catalogue/fetch/private-address.ts';
import { publicUrl } from '../../src/catalogue/fetch/public-url.ts';

/** Every way that was seen of writing an address of this machine, an inner network or a cloud's metadata service. */
const refused = [
  // loopback, dotted and not
  'http://127.0.0.1/',
  'http://127.1/',
  'http://127.0.1/',
  'http://127.255.255.254/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0x7f.1/',
  'http://0x7f.0.0.1/',
  'http://0x7F.0x0.0x0.0x1/',
  'http://017700000001/',
  'http://0177.0.0.1/',
  'http://0177.0.0.01/',
  'http://127.0.0.1./',
  'http://127.0.0.1:8080/',
  'http://①②⑦.⓪.⓪.①/',
  'http://１２７.０.０.１/',
  'http://127。0。0。1/',
  'http://%31%32%37.0.0.1/',
  // "this host"
  'http://0.0.0.0/',
  'http://0/',
  'http://0x0/',
  'http://00000000000/',
  // IPv6
  'http://[::1]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://[0000::0001]/',
  'http://[::]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[0:0:0:0:0:ffff:7f00:0001]/',
  'http://[::ffff:10.0.0.1]/',
  'http://[::ffff:169.254.169.254]/',
  'http://[::127.0.0.1]/',
  'http://[64:ff9b::127.0.0.1]/',
  'http://[64:ff9b::a9fe:a9fe]/',
  'http://[64:ff9b:1::1]/',
  'http://[2002:7f00:1::]/',
  'http://[2001::1]/',
  'http://[2001:db8::1]/',
  'http://[3fff::1]/',
  'http://[fe80::1]/',
  'http://[fc00::1]/',
  'http://[fd12:3456:789a::1]/',
  'http://[fec0::1]/',
  'http://[ff02::1]/',
  'http://[fd00:ec2::254]/',
  // private, shared, link-local, reserved
  'http://10.0.0.1/',
  'http://10.1/',
  'http://167772161/',
  'http://172.16.0.1/',
  'http://172.31.255.255/',
  'http://192.168.0.1/',
  'http://0xc0a80001/',
  'http://0300.0250.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://2852039166/',
  'http://0xa9fea9fe/',
  'http://100.64.0.1/',
  'http://100.100.100.200/',
  'http://168.63.129.16/',
  'http://192.0.0.192/',
  'http://198.18.0.1/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'http://240.0.0.1/',
  // names
  'http://localhost/',
  'http://LOCALHOST/',
  'http://localhost./',
  'http://localhost../',
  'http://ｌｏｃａｌｈｏｓｔ/',
  'http://a.localhost/',
  'http://localhost.localdomain/',
  'http://printer.local/',
  'http://intranet/',
  'http://router.lan/',
  'http://metadata.google.internal/',
  'http://127.0.0.1.nip.io/',
  'http://10-0-0-1.sslip.io/',
  'http://app.localtest.me/',
  'http://x.lvh.me/',
];

/** Not even asked about. */
const unusable = [
  'file:///etc/passwd',
  'ftp://example.jp/',
  'gopher://example.jp/',
  'javascript:alert(1)',
  'data:text/csv,a',
  'http://user@example.jp/',
  'http://user:word@example.jp/',
  'http://example.jp@127.0.0.1/',
  'http://256.256.256.256/',
  'http://',
  'example.jp/list.csv',
  '',
];

const allowed = [
  'https://example.jp/',
  'https://example.jp./',
  'https://catalog.data.metro.tokyo.lg.jp/',
  'http://8.8.8.8/',
  'http://172.15.0.1/',
  'http://172.32.0.1/',
  'http://100.63.255.255/',
  'http://100.128.0.1/',
  'http://192.167.1.1/',
  'http://11.0.0.1/',
  'http://223.255.255.255/',
  'http://[2606:4700:4700::1111]/',
  'http://[2404:6800:4004::200e]/',
  'http://[::ffff:8.8.8.8]/',
  'http://[64:ff9b::808:808]/',
  'https://localhost.example.jp/',
  'https://mylocalhost.jp/',
  'https://日本語.jp/',
];

describe('addresses', () => {
  test('there are at least 60 forms', () => expect(refused.length).toBeGreaterThanOrEqual(60));

  test.each(refused)('%s is refused', async (address) => {
    await expect(publicUrl(address, false)).rejects.toMatchObject({
      code: 'open-data/private-address',
    });
  });

  test.each(unusable)('"%s" is no address to ask, private ones allowed or not', async (address) => {
    for (const allowPrivate of [false, true])
      await expect(publicUrl(address, allowPrivate)).rejects.toMatchObject({
        code: 'open-data/bad-url',
      });
  });

  test.each(allowed)('%s is fine', async (address) => {
    expect((await publicUrl(address, false)).protocol).toMatch(/^https?:$/);
  });

  test('a password is not repeated in the error', async () => {
    const refusal = publicUrl('http://user:word@example.jp/', false);
    await expect(refusal).rejects.toThrow('example.jp');
    await expect(refusal).rejects.not.toThrow('word@');
  });
});

describe('numbers', () => {
  const v4 = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255));

  test('an IPv4 address is judged the same in every notation', () => {
    fc.assert(
      fc.property(v4, ([a, b, c, d]) => {
        const dotted = `${a}.${b}.${c}.${d}`;
        const number = ((a * 256 + b) * 256 + c) * 256 + d;
        const wanted = privateIp(dotted);
        const spellings = [
          `http://${number}/`,
          `http://0x${number.toString(16)}/`,
          `http://0${number.toString(8)}/`,
          `http://${a}.${(b * 256 + c) * 256 + d}/`,
          `http://0x${a.toString(16)}.0${b.toString(8)}.${c}.${d}/`,
        ];
        for (const spelling of spellings)
          expect(privateHost(new URL(spelling).hostname) !== undefined).toBe(wanted);
        expect(privateIp(`::ffff:${dotted}`)).toBe(wanted);
        expect(
          privateIp(`::ffff:${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`),
        ).toBe(wanted);
        expect(privateIp(`64:ff9b::${dotted}`)).toBe(wanted);
      }),
    );
  });

  test('whatever is no address counts as inner, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        if (!/^[\d.]+$|:/.test(text)) expect(privateIp(text)).toBe(true);
        privateIp(text);
        privateHost(text);
      }),
    );
  });

  test.each([
    ':::',
    '1::2::3',
    'g::1',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '::1%eth0',
    '12345::',
  ])('%s is inner', (text) => expect(privateIp(text)).toBe(true));
});
