import { figure, type Figure } from '../figure.ts';
import { outputOfTest } from '../test-output.ts';

/** What becomes of copies when they are taken over and of forks when they are upgraded, as the tests over the table of real ones score it. */
export function* forkQuality(): Generator<Figure> {
  const adopted = outputOfTest('packages/yokoten/test/adopt-forks.test.ts');
  const [whole, copies, layers, columns] = numbers(
    adopted,
    /from facts: (\d+) of (\d+) whole, (\d+) layers, (\d+) columns/u,
  );
  yield figure(
    `copies of the table (${copies}) adopted with all layers (${layers}), columns (${columns}) and rows`,
    (100 * whole) / copies,
    '%',
    '>= 100',
  );
  const generated = outputOfTest('packages/yokoten/test/adopt-properties.test.ts');
  const [kept, made] = numbers(generated, /adopt, generated: (\d+) of (\d+) whole/u);
  yield figure(
    `generated copies of both generations (${made}) adopted whole`,
    (100 * kept) / made,
    '%',
    '>= 100',
  );
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
  const texts = outputOfTest('packages/yokoten/test/upgrade-texts.test.ts');
  const [large] = numbers(texts, /large merges: ([\d.]+) s of work/u);
  yield figure('slowest merge of files of 20,000 to 50,000 lines', large, 'CPU s', '<= 1');
}

/** Without its line a test failed, and its figures are none. */
function numbers(output: string, line: RegExp): readonly [number, number, number, number] {
  const found = line.exec(output) ?? [];
  const at = (i: number): number => Number(found[i] ?? Number.NaN);
  return [at(1), at(2), at(3), at(4)];
}
