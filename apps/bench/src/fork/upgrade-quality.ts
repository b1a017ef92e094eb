import { figure, type Figure } from '../figure.ts';
import { outputOfTest } from '../test-output.ts';

/** What becomes of forks when they are upgraded, as the tests over the table of real copies score it. */
export function* upgradeQuality(): Generator<Figure> {
  const forks = outputOfTest('packages/yokoten/test/upgrade-forks.test.ts');
  const [clean, tried] = numbers(forks, /config only: (\d+) of (\d+) clean/u);
  yield figure(
    `config-only forks of the table (${tried}), three releases, without a conflict`,
    (100 * clean) / tried,
    '%',
    '>= 100',
  );
  const edits = outputOfTest('packages/yokoten/test/upgrade-edits.test.ts');
  const [merged, all, lost, slowest] = numbers(
    edits,
    /source edits: (\d+) of (\d+) merged, (\d+) lines lost, slowest ([\d.]+) ms/u,
  );
  yield figure(`kinds of source edits (${all}) merged`, (100 * merged) / all, '%', '>= 90');
  const hunks = outputOfTest('packages/yokoten/test/upgrade-properties.test.ts');
  const [together, pairs, gone] = numbers(hunks, /apart: (\d+) of (\d+) merged, (\d+) lines lost/u);
  yield figure('generated hunks 0–5 lines apart merged', (100 * together) / pairs, '%', '>= 90');
  yield figure('lines lost in either', lost + gone, 'lines', '<= 0');
  yield figure('slowest merge of an app', slowest / 1000, 's', '<= 1');
}

/** Without its line a test failed, and its figures are none. */
function numbers(output: string, line: RegExp): readonly [number, number, number, number] {
  const found = line.exec(output) ?? [];
  const at = (i: number): number => Number(found[i] ?? Number.NaN);
  return [at(1), at(2), at(3), at(4)];
}
