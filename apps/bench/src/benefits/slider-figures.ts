import { type Check, type CheckState, sweep, tryValue } from '@yokoten/benefits/core';
import { type Figure, figure, median } from '../figure.ts';

/** How much slower the machine is taken to be. */
const THROTTLE = 4;

/** What a slider costs: the value that it shows while it moves, and its chart when another answer has changed. */
export function* sliderFigures(
  name: string,
  check: Check,
  state: CheckState,
  slider: { readonly variable: string; readonly member: string; readonly to: number },
): Generator<Figure> {
  let at = 0;
  const shown = cpuOf(200, () => {
    at = (at + 123_457) % slider.to;
    tryValue(check, state, { ...slider, value: at });
  });
  const chart = cpuOf(40, () => {
    sweep(check, state, { ...slider, from: 0 });
  });
  yield figure(`${name}: slider, shown value, CPU × ${THROTTLE}`, shown * THROTTLE, 'ms', '<= 16');
  yield figure(`${name}: slider, chart with its cliffs, CPU × ${THROTTLE}`, chart * THROTTLE, 'ms', '<= 50'); // prettier-ignore
}

/** Milliseconds of CPU, of the quicker half of the rounds the middle, so that a busy machine does not decide. */
function cpuOf(rounds: number, work: () => void): number {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return median(times.toSorted((a, b) => a - b).slice(0, rounds / 2));
}
