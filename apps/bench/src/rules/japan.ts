import type { Situation } from '@yokoten/rules';

/** A day for which the rules of OpenFisca-Japan have every figure. */
export const DAY = '2026-05-15';

/** Ten benefits that families ask about. */
export const OUTPUTS: readonly string[] = [
  '児童手当',
  '児童扶養手当_最大',
  '特別児童扶養手当_最大',
  '障害児福祉手当',
  '児童育成手当',
  '障害児童育成手当',
  '生活保護',
  '高等学校等就学支援金_最大',
  '受験生チャレンジ支援貸付',
  '住居確保給付金_最大',
];

const persons = {
  母: { 誕生年月日: { ETERNITY: '1985-06-15' }, 収入: { [DAY]: 3_600_000 } },
  父: { 誕生年月日: { ETERNITY: '1983-01-20' }, 収入: { [DAY]: 1_200_000 } },
  姉: { 誕生年月日: { ETERNITY: '2010-09-01' } },
  弟: { 誕生年月日: { ETERNITY: '2018-03-31' } },
};

const household = { 親一覧: ['母', '父'], 子一覧: ['姉', '弟'] };

/** A family of four without questions. */
export const BASE: Situation = { 世帯員: persons, 世帯一覧: { 家: household } };

/** The same family, asking for the ten benefits. */
export const FAMILY: Situation = {
  世帯員: persons,
  世帯一覧: {
    家: { ...household, ...Object.fromEntries(OUTPUTS.map((output) => [output, { [DAY]: null }])) },
  },
};

/** CPU milliseconds of the Python engine for the family, building and calculating, best of forty. */
export const PYTHON_FAMILY = `
import json, logging, sys, time, warnings
warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_japan import CountryTaxBenefitSystem
job = json.loads(sys.argv[1])
system = CountryTaxBenefitSystem()
times = []
for _ in range(40):
    began = time.process_time()
    simulation = SimulationBuilder().build_from_entities(system, job["family"])
    for output in job["outputs"]:
        simulation.calculate(output, job["day"])
    times.append((time.process_time() - began) * 1000)
print(json.dumps({"family": min(times)}))
`;
