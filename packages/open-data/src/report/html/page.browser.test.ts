import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { eachOf } from '../../../../../apps/tools/src/tier.ts';
import { examineFile } from '../examine.ts';
import type { Report } from '../model.ts';
import { reportHtml } from './page.ts';

const HOSTILE = `"><img src=x onerror="top.hit=1"><script>top.hit=1</script><svg onload="top.hit=1">`;
const NAME = `"${HOSTILE.replaceAll('"', '""')}"`;

async function report(file: string, header: string): Promise<Report> {
  const rows = [
    `${NAME},35.6,139.3,=HYPERLINK("x")`,
    'みほん館,35.61,139.31,長い備考',
    '第二館,35.62,139.32,',
    '第三館,35.63,139.33,',
    '逆の館,139.3,35.6,',
    '遠い館,26.2,127.7,',
  ];
  const text = [`名称,緯度,経度,${header}`, ...rows].join('\n');
  const { report: made } = await examineFile(new TextEncoder().encode(text), { file });
  const patch = {
    kind: 'cell',
    code: 'open-data/dms',
    row: 2,
    cell: 'A2',
    column: header,
    before: HOSTILE,
    after: '',
    confidence: 1,
    message: { ja: '直しました。', en: 'Mended.' },
  } as const;
  const offer = { index: 3, header, standard: '備考', confidence: 0.6 };
  return { ...made, patches: [patch], offers: [offer] };
}

/** The page in a frame of this width. `axe` and hostile handlers must be able to run, so its policy is left out unless asked for. */
async function shown(
  html: string,
  width: number,
  policy = false,
): Promise<Window & typeof globalThis> {
  const frame = document.createElement('iframe');
  frame.width = String(width);
  frame.height = '900';
  frame.srcdoc = policy
    ? html
    : html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/u, '');
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return frame.contentWindow as Window & typeof globalThis;
}

async function colors(scheme: 'light' | 'dark', forced: 'none' | 'active'): Promise<void> {
  const features = [
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'forced-colors', value: forced },
  ];
  await cdp().send('Emulation.setEmulatedMedia', { features });
}

afterEach(async () => {
  document.body.replaceChildren();
  await colors('light', 'none');
});

const LOOKS = [
  [320, 'light', 'none'],
  [390, 'dark', 'none'],
  [1280, 'light', 'none'],
  [1280, 'dark', 'none'],
  [800, 'light', 'active'],
] as const;
const LANGUAGES = ['ja', 'en'] as const;
const cases = LOOKS.flatMap(([width, scheme, forced]) =>
  LANGUAGES.map((language) => [width, scheme, forced, language] as const),
);
eachOf(cases)(
  '%d pixels, %s, forced colours %s, in %s: axe finds nothing, and the page is no wider than its window',
  async (width, scheme, forced, language) => {
    await colors(scheme, forced);
    const frame = await shown(
      reportHtml(await report('避難場所.csv', '備考'), { language }),
      width,
    );
    frame.eval(axe.source);
    const { violations } = await (frame as unknown as { axe: typeof axe }).axe.run();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    expect(frame.document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  },
);

test('no file name, header, cell or change runs as a script, even without the policy', async () => {
  const frame = await shown(reportHtml(await report(`${HOSTILE}.csv`, NAME)), 800);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect('hit' in globalThis).toBe(false);
  expect(frame.document.querySelectorAll('script, img, iframe, [onload], [onerror]')).toHaveLength(
    0,
  );
  expect(frame.document.body.textContent).toContain('<script>top.hit=1</script>');
});

test('its own policy lets its own stylesheet in, and no other', async () => {
  const html = reportHtml(await report('a.csv', '備考'));
  const frame = await shown(html, 800, true);
  expect(frame.getComputedStyle(frame.document.body).margin).toBe('0px');
  const changed = await shown(html.replace('</style>', 'h1{color:red}</style>'), 800, true);
  expect(changed.getComputedStyle(changed.document.body).margin).not.toBe('0px');
});
