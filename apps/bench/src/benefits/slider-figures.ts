import {
  type Check,
  type CheckState,
  reduce,
  standingOf,
  sweep,
  tryValue,
} from '@yokoten/benefits/core';
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
  yield figure(`${name}: slider, shown value, CPU × ${THROTTLE}`, shown * THROTTLE, 'ms', '<= 16');
  const given = reduce(check, state, {
    do: 'answer',
    answer: { ask: 'value', ...slider, value: Math.round(slider.to / 5) },
  });
  for (const [what, from] of [
    ['chart with its cliffs', state],
    ['the same of an answer that was given', given],
  ] as const) {
    // As on the page: what to ask next has just been found, and that is a figure of its own.
    const states = Array.from({ length: 40 }, () => ({ ...from }));
    for (const one of states) standingOf(check, one);
    const chart = cpuOf(states.length, (round) => {
      sweep(check, states[round] ?? from, { ...slider, from: 0 });
    });
    yield figure(`${name}: slider, ${what}, CPU × ${THROTTLE}`, chart * THROTTLE, 'ms', '<= 50');
  }
}

/** Milliseconds of CPU, of the quicker half of the rounds the middle, so that a busy machine does not decide. */
function cpuOf(rounds: number, work: (round: number) => void): number {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    work(round);
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return median(times.toSorted((a, b) => a - b).slice(0, rounds / 2));
}
