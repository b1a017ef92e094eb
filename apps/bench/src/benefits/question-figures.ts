import type { Check, Results } from '@yokoten/benefits/core';
import { type Figure, figure, median } from '../figure.ts';
import { drawHousehold, type DrawnHousehold, randomFrom } from './households.ts';
import { fullResults, randomResults, type Truth, walk } from './walk.ts';

const SEED = 20_260_515;

/** How a check is walked through: the pack, and what a drawn household answers to its questions. */
export interface Walked {
  readonly name: string;
  readonly check: Check;
  readonly truthOf: (household: DrawnHousehold) => Truth;
}

/**
 * Walks through the questions with households drawn after national statistics, answers truthfully, and compares each result with
 * the one that comes out when every question is answered.
 */
export function* questionFigures(
  { name, check, truthOf }: Walked,
  count: number,
): Generator<Figure> {
  const answers: number[] = [];
  const screens: number[] = [];
  const births: number[] = [];
  const waits: number[] = [];
  const withChildren: number[] = [];
  let [changed, byChance, unsettled] = [0, 0, 0];
  for (let number = 0; number < count; number++) {
    const household = drawHousehold(randomFrom(SEED + number), check.date);
    const random = randomFrom(-SEED - number);
    const truth = truthOf(household);
    const walked = walk(check, household, truth);
    answers.push(walked.answers);
    if (household.members.some(({ age }) => age < 18)) withChildren.push(walked.answers);
    screens.push(walked.screens);
    births.push(walked.births);
    waits.push(...walked.waits);
    unsettled += walked.results.results.filter(({ settled }) => !settled).length;
    changed += different(walked.results, fullResults(check, walked, truth));
    byChance += different(walked.results, randomResults(check, walked, random));
  }
  const programmes = check.programmes.length;
  yield figure(`${name}: households walked through`, count, 'households');
  yield figure(`${name}: answers until all ${programmes} are settled, median`, median(answers), 'answers', '<= 12'); // prettier-ignore
  yield figure(`${name}: the same, 90th percentile`, percentile(answers, 0.9), 'answers');
  yield figure(`${name}: the same, most`, Math.max(...answers), 'answers');
  yield figure(`${name}: the same of households with children, median`, median(withChildren), 'answers', '<= 12'); // prettier-ignore
  yield figure(`${name}: the same of these, 90th percentile`, percentile(withChildren, 0.9), 'answers'); // prettier-ignore
  yield figure(`${name}: screens with these answers, median`, median(screens), 'screens');
  yield figure(`${name}: birth dates asked besides, median`, median(births), 'dates');
  yield figure(`${name}: results that answering the skipped questions changed`, changed, 'results', '<= 0'); // prettier-ignore
  yield figure(`${name}: results that random answers to the skipped questions changed`, byChance, 'results', '<= 0'); // prettier-ignore
  yield figure(`${name}: results not settled at the end`, unsettled, 'results', '<= 0');
  yield figure(`${name}: finding the next question, median`, median(waits), 'ms');
  yield figure(`${name}: the same, 95th percentile`, percentile(waits, 0.95), 'ms');
}

/** Programmes whose amounts are not the same. */
function different(results: Results, others: Results): number {
  return results.results.filter(({ programme, amount }) => {
    const other = others.results.find((one) => one.programme === programme)?.amount;
    return other?.least !== amount.least || other.most !== amount.most;
  }).length;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
}
