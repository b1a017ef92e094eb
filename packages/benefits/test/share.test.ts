import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fewRuns } from '../../../apps/tools/src/tier.ts';
import { BenefitsError, needsPassphrase, readShared, shareState, takeShared } from '../src/core.ts';
import { families, gated, household, town, truths } from './town.ts';
import { walk } from './walk.ts';

const two = [
  ['self', '1980-06-15'],
  ['child', '2015-03-31'],
] as const;

const codeOf = (error: unknown): string =>
  error instanceof BenefitsError ? error.code : `not ours: ${String(error)}`;

/** A fragment that holds any bytes, deflated as ours are. */
async function fragmentOf(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([content]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = Buffer.from(await new Response(stream).arrayBuffer());
  return `benefits=1.${bytes.toString('base64url')}`;
}

async function refusal(shared: string, passphrase?: string): Promise<string> {
  const { check } = await household(gated, two);
  return readShared(check, shared, passphrase).then(() => 'taken', codeOf);
}

test('every state comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(families, truths, fc.integer(), async (births, facts, seed) => {
      const { check, state } = await household(gated, births);
      const done = walk(check, state, facts, (key) => (key.length + seed) % 4 === 0).state;
      const shared = await shareState(check, done);
      expect(shared).toMatch(/^benefits=1\.[\w-]+$/);
      const back = await readShared(check, `#${shared}`);
      expect(back.state).toEqual(done);
      expect(back.from).toEqual({ version: '1', set: 'main', date: '2026-05-15' });
    }),
    fewRuns,
  );
});

describe('with a passphrase', () => {
  test('it opens with it, written in any way, and with nothing else; it is never the same twice', async () => {
    const { check, state } = await household(town, two);
    const [one, another] = [
      await shareState(check, state, 'ガラスの靴'),
      await shareState(check, state, 'ガラスの靴'),
    ];
    expect(one).not.toBe(another);
    expect([needsPassphrase(one), needsPassphrase(await shareState(check, state))]).toEqual([
      true,
      false,
    ]);
    expect((await readShared(check, one, 'ガラスの靴'.normalize('NFD'))).state).toEqual(state);
    expect(await refusal(one)).toBe('benefits/share-passphrase');
    expect(await refusal(one, 'ガラスの鞄')).toBe('benefits/share-passphrase');
    const flipped = one.slice(0, -3) + (one.at(-3) === 'A' ? 'B' : 'A') + one.slice(-2);
    expect(await refusal(flipped, 'ガラスの靴')).toBe('benefits/share-passphrase');
    expect(await refusal(one.slice(0, 30), 'ガラスの靴')).toBe('benefits/share-damaged');
  });
});

describe('what others made', () => {
  test('too much before inflating', async () => {
    expect(await refusal(`benefits=1.${'A'.repeat(20_000)}`)).toBe('benefits/share-too-large');
  });

  test('too much after inflating: ten megabytes out of ten kilobytes are never held', async () => {
    const bomb = await fragmentOf(new Uint8Array(10_000_000));
    expect(bomb.length).toBeLessThan(16_384);
    expect(await refusal(bomb)).toBe('benefits/share-too-large');
  });

  test.each([
    ['nothing', 'benefits=1.', 'benefits/share-damaged'],
    ['no form', 'benefits=', 'benefits/share-damaged'],
    ['another fragment', '#section-3', 'benefits/share-damaged'],
    ['a later form', 'benefits=2.AAAA', 'benefits/share-version'],
    ['no base64', 'benefits=1.%%%%', 'benefits/share-damaged'],
    ['no deflate', 'benefits=1.____', 'benefits/share-damaged'],
  ])('%s', async (_, shared, code) => {
    expect(await refusal(shared)).toBe(code);
  });

  const p = ['town', '1', 'main', '2026-05-15'];
  const m = [['self', '1980-06-15'], ['child']];
  test.each([
    ['no JSON', 'benefits/share-damaged', '{'],
    ['no object', 'benefits/share-damaged', 'null'],
    ['no members', 'benefits/share-damaged', { p, c: true, a: [] }],
    ['members that are none', 'benefits/share-damaged', { p, m: [1], c: true, a: [] }],
    ['nobody who answers', 'benefits/share-damaged', { p, m: [['child']], c: true, a: [] }],
    ['thirty-one members', 'benefits/bad-household', { p, m: [['self'], ...Array.from({ length: 30 }, () => ['child'])], c: true, a: [] }], // prettier-ignore
    ['a birth that is none', 'benefits/bad-answer', { p, m: [['self', 'x']], c: true, a: [] }],
    ['another pack', 'benefits/share-other-pack', { p: ['city', '1', 'main', '2026-05-15'], m, c: true, a: [] }], // prettier-ignore
    ['an unknown variable', 'benefits/unknown-question', { p, m, c: true, a: [['v', 'salary', 1]] }], // prettier-ignore
    ['a name of the language', 'benefits/unknown-question', { p, m, c: true, a: [['v', '__proto__', 1]] }], // prettier-ignore
    ['an unknown value', 'benefits/bad-answer', { p, m, c: true, a: [['v', 'grade', 'x', 0]] }],
    ['an object for a value', 'benefits/share-damaged', { p, m, c: true, a: [['v', 'rent', {}]] }],
    ['a member too far', 'benefits/share-damaged', { p, m, c: true, a: [['v', 'income', 1, 7]] }],
    ['an unknown kind of answer', 'benefits/share-damaged', { p, m, c: true, a: [['x', 'rent', 1]] }], // prettier-ignore
    ['an answer without end', 'benefits/share-damaged', { p, m, c: true, a: Array.from({ length: 3000 }, () => 0) }], // prettier-ignore
  ])('%s', async (_, code, content) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    expect(await refusal(await fragmentOf(text))).toBe(code);
  });

  test('any text and any JSON is taken whole or refused with a name', async () => {
    const anything = fc.oneof(fc.string(), fc.json(), fc.base64String());
    await fc.assert(
      fc.asyncProperty(anything, fc.boolean(), async (text, wrapped) => {
        const shared = wrapped ? await fragmentOf(text) : `benefits=1.${text}`;
        expect(await refusal(shared)).toMatch(/^(benefits\/[a-z-]+|taken)$/);
      }),
    );
  });

  test('a fragment of ours with one changed part is taken whole or refused with a name', async () => {
    await fc.assert(
      fc.asyncProperty(truths, fc.nat(), fc.jsonValue(), async (facts, where, value) => {
        const { check, state } = await household(gated, two);
        const { answers } = walk(check, state, facts).state;
        const a = answers.map((one) =>
          one.ask === 'value'
            ? ['v', one.variable, one.value, one.member === undefined ? undefined : 0]
            : ['w', 'student', [0]],
        );
        const content: Record<string, unknown> = { p, m, c: true, a };
        if (where % 2 === 0) content[['p', 'm', 'c', 'a'][where % 4] ?? 'a'] = value;
        else a[where % Math.max(1, a.length)] = value as never;
        const shared = await fragmentOf(JSON.stringify(content));
        expect(await refusal(shared)).toMatch(/^(benefits\/[a-z-]+|taken)$/);
      }),
      fewRuns,
    );
  });
});

const take = (hash: string): { shared: string | undefined; left: string | undefined } => {
  let left: string | undefined;
  const history = {
    state: { kept: 1 },
    replaceState: (state: unknown, _: string, url?: string | URL | null) => {
      expect(state).toEqual({ kept: 1 });
      left = String(url);
    },
  };
  const location = { hash, pathname: '/town/', search: '?lang=en' };
  return { shared: takeShared({ location, history }), left };
};

describe('the address bar', () => {
  test('the fragment is gone once it was read; the rest of the address stays', () => {
    expect(take('#benefits=1.AA')).toEqual({ shared: 'benefits=1.AA', left: '/town/?lang=en' });
    expect(take('#top&benefits=1.AA')).toEqual({
      shared: 'benefits=1.AA',
      left: '/town/?lang=en#top',
    });
    expect(take('#top')).toEqual({ shared: undefined, left: undefined });
    expect(take('')).toEqual({ shared: undefined, left: undefined });
  });
});
