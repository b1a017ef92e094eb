import { figure, type Figure } from '../figure.ts';
import { outputOfTest } from '../test-output.ts';

/** Encoding and recognition, as their tests score them: one place says what is right. */
export function* quality(): Generator<Figure> {
  const encoding = outputOfTest('packages/open-data/test/encoding-snippets.test.ts');
  const passed = encoding.match(/snippets in [^\n]*$/gmu) ?? [];
  const failed = /(\d+) failed/u.exec(encoding)?.[1] ?? '0';
  const share = failed === '0' && passed.length > 0 ? 100 : 0;
  yield figure('encoding found, 5 × 5,000 snippets', share, '%', '>= 100');
  yield* labels(outputOfTest('packages/open-data/test/labels.test.ts'));
}

function* labels(output: string): Generator<Figure> {
  const lines = [
    ...output.matchAll(
      /labels, (seen|held out): (\d+) of (\d+) files, (\d+) of (\d+) columns, (\d+) wrong/gu,
    ),
  ];
  if (lines.length === 0) {
    console.error('SKIPPED: recognition on real files. They are not at ../shared/data.');
    return;
  }
  const sum = (index: number): number =>
    lines.reduce((total, line) => total + Number(line[index]), 0);
  const heldOut = lines.find(([, name]) => name === 'held out');
  yield figure('columns of real files mapped', (100 * sum(4)) / sum(5), '%', '>= 98');
  if (heldOut !== undefined) {
    const share = (100 * Number(heldOut[4])) / Number(heldOut[5]);
    yield figure('the same, of the third kept for scoring only', share, '%', '>= 98');
  }
  yield figure('wrong silent maps on real files', sum(6), 'maps', '<= 0');
}
