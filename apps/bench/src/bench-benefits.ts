import { type Check, type CheckState, openCheck, reduce, startState } from '@yokoten/benefits/core';
import { demoPack } from '@yokoten/benefits/demo';
import { DAY, japanPack, japanTruth } from './benefits/japan-pack.ts';
import { pageFigures } from './benefits/page-figures.ts';
import { registryFigures } from './benefits/registry-figures.ts';
import { questionFigures, type Walked } from './benefits/question-figures.ts';
import { bundledSize } from './benefits/size.ts';
import { sampleTruth } from './benefits/sample-truth.ts';
import { sliderFigures } from './benefits/slider-figures.ts';
import { type BenchOptions, type Figure, figure } from './figure.ts';
import { compileJapan } from './rules/compiled-japan.ts';

/** How few questions settle the benefits, what a slider costs, and how large the part is that is loaded first. */
export async function* bench({ quick }: BenchOptions): AsyncGenerator<Figure> {
  yield* sizes();
  yield* pageFigures();
  yield* registryFigures(quick);
  const sample = await openCheck(demoPack, { date: DAY });
  const households = quick ? 100 : 1000;
  yield* questionFigures({ name: 'sample pack', check: sample, truthOf: sampleTruth }, households);
  yield* sliderFigures('sample pack', sample, oneParent(sample, []), {
    variable: '所得',
    member: 'm1',
    to: 10_000_000,
  });
  const japan = await compileJapan('benefits');
  if (japan === undefined) return;
  const check = await openCheck(japanPack(japan.pack, japan.steps), { date: DAY });
  yield* questionFigures(japanWalk(check), households);
  yield* sliderFigures('OpenFisca-Japan', check, oneParent(check, RENTING), {
    variable: '収入',
    member: 'm1',
    to: 10_000_000,
  });
}

function japanWalk(check: Check): Walked {
  const { within } = check.inputs.get('居住市区町村') ?? {};
  return {
    name: 'OpenFisca-Japan',
    check,
    truthOf: (household) =>
      japanTruth(household, [...(within?.values.get(household.prefecture) ?? []), 'その他']),
  };
}

const RENTING: readonly (readonly [variable: string, value: string | number])[] = [
  ['居住都道府県', '東京都'],
  ['家賃', 50_000],
];

/** One adult and two children, with everything else open. */
function oneParent(check: Check, known: typeof RENTING): CheckState {
  let state = startState(check);
  state = reduce(check, state, { do: 'set-birth', member: 'm1', birth: '1985-06-15' });
  for (const birth of ['2015-06-15', '2018-03-31'])
    state = reduce(check, state, { do: 'add-member', kind: 'child', birth });
  state = reduce(check, state, { do: 'complete', complete: true });
  for (const [variable, value] of known)
    state = reduce(check, state, { do: 'answer', answer: { ask: 'value', variable, value } });
  return state;
}

async function* sizes(): AsyncGenerator<Figure> {
  const asking = 'openCheck, startState, reduce, standingOf';
  for (const [name, code] of [
    ['asking and results, with the engine', `export { ${asking} } from '@yokoten/benefits/core'`],
    ['all of ./core, with the engine', "export * from '@yokoten/benefits/core'"],
    ['reasons, loaded beside it', "export { explain, ZeroReader } from '@yokoten/rules/trace'"],
  ] as const)
    yield figure(`core: ${name}`, (await bundledSize(code)) / 1024, 'KB gz');
}
