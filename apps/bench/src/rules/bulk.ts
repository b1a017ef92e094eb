import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { drawHouseholds } from '@yokoten/openfisca/compare';
import type { Pack } from '@yokoten/rules';
import { bulkInWorkers } from '@yokoten/rules/bulk';
import type { StepPack } from '@yokoten/rules/trace';
import { figure, type Figure } from '../figure.ts';
import { DAY, OUTPUTS } from './japan.ts';

/** Households that are drawn at a time; their inputs fit into memory. */
const AT_A_TIME = 50_000;

/**
 * A million synthetic households on all processors.
 * @param folder of the compiled pack
 */
export async function* bulkFigures(
  folder: string,
  { pack, steps }: { readonly pack: Pack; readonly steps: StepPack },
  quick: boolean,
): AsyncGenerator<Figure> {
  const file = join(folder, 'bulk-worker.mjs');
  writeFileSync(
    file,
    `import { serveBulk } from ${JSON.stringify(import.meta.resolve('@yokoten/rules/bulk-worker'))};
import { pack } from './index.js';
serveBulk(pack);
`,
  );
  const workers = availableParallelism();
  const bulk = bulkInWorkers(() => new Worker(pathToFileURL(file)), workers);
  const outputs = OUTPUTS.map((variable) => ({ variable, period: DAY }));
  const total = quick ? AT_A_TIME * 2 : 1_000_000;
  let [milliseconds, different] = [0, 0];
  for (let done = 0, seed = 0; done < total; done += AT_A_TIME, seed++) {
    const { simulation } = drawHouseholds(pack, steps, AT_A_TIME, DAY, seed);
    if (seed === 0) await bulk.calculate(simulation, outputs);
    const began = performance.now();
    const { columns } = await bulk.calculate(simulation, outputs);
    milliseconds += performance.now() - began;
    if (seed > 0) continue;
    for (const [at, { variable, period }] of outputs.entries()) {
      const whole = simulation.calculate(variable, period);
      different += whole.filter(
        (value: unknown, member: number) => value !== columns[at]?.[member],
      ).length;
    }
  }
  bulk.close();
  yield figure(
    `${total / 1e6} million synthetic households, 10 outputs, ${workers} workers`,
    milliseconds / 1000,
    's',
  );
  yield figure('the same a second, by the clock', total / (milliseconds / 1000), 'households/s');
  yield figure(
    'values of the first part that one simulation gives otherwise',
    different,
    'values',
    '<= 0',
  );
}
