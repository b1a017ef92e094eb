import { expect, test } from 'vitest';
import { contentSecurityPolicy } from './csp.ts';

const hosts = {
  img: ['https://b.example.jp/xyz', 'https://a.example.jp', 'https://b.example.jp'],
  connect: ['https://api.example.jp:8443/v1?x'],
};

test('a published page may load from itself and declared hosts, nothing else', () => {
  expect(contentSecurityPolicy(hosts, 'build').split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: https://a.example.jp https://b.example.jp",
    "connect-src 'self' https://api.example.jp:8443",
    "font-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html yokoten default',
  ]);
});

test('the development server is relaxed for Vite’s client, but scripts stay its own', () => {
  const policy = contentSecurityPolicy(hosts, 'dev');
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("style-src 'self' 'unsafe-inline'");
  expect(policy).toMatch(/connect-src 'self' ws: wss:/);
  expect(policy).not.toContain('trusted-types');
});

test.each(['http://a.example.jp', '*', "'unsafe-inline'", 'data:', 'https:', 'a.example.jp; x'])(
  'a builder cannot widen it with %s',
  (host) => {
    expect(() => contentSecurityPolicy({ img: [host], connect: [] }, 'build')).toThrow(TypeError);
  },
);
