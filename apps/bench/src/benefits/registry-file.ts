import { municipalities } from '@yokoten/standard/municipalities';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { randomFrom } from './households.ts';

/** As many programmes, places and bytes as the registry of Tokyo has (as of 2025-08-20). */
export const PROGRAMMES = 7812;
const PLACES = 63;
export const MEGABYTES = 92;

const TOPICS: readonly [string, ...string[]] = [
  '一時預かり',
  '乳児健診',
  '予防接種',
  '出産祝い',
  '保育料の補助',
  '産後ケア',
  '育児相談',
  '医療費助成',
];
const AGES: readonly [string, ...string[]] = [
  '3歳未満の子ども',
  '小学校就学前の子ども',
  '生後4か月から1歳未満',
  '市内に住む方',
  '妊娠中の方',
];
const DAYS: readonly [string | null, ...(string | null)[]] = [
  '2026-04-01',
  '2026/6/30',
  '令和8年9月30日',
  '随時',
  null,
  null,
];

/**
 * Writes a file of the registry's shape, the same for the same seed: programmes that do not exist, with the troubles that such
 * files have (dates in words, links within texts, full-width commas in codes, ages in words only).
 */
export async function writeRegistry(path: string): Promise<void> {
  const random = randomFrom(92);
  const codes = municipalities()
    .filter(({ code }) => code.startsWith('13') && code !== '130001')
    .map(({ code, name }) => `${code};${name}`)
    .slice(0, PLACES - 1);
  const places = ['130001;東京都', ...codes];
  const file = createWriteStream(path);
  const prose = proseFrom(random);
  const target = (MEGABYTES * 1_000_000) / PROGRAMMES;
  file.write('[\n');
  for (let number = 0; number < PROGRAMMES; number++) {
    const place = places[number < PLACES ? number : Math.floor(random() * places.length)] ?? '';
    const record = recordOf(number, place, random, prose);
    const bare = JSON.stringify(record, undefined, 2);
    const missing = Math.max(0, target - Buffer.byteLength(bare));
    const filled = JSON.stringify({ ...record, odInformation: prose(missing / 3) }, undefined, 2);
    if (!file.write(`${number === 0 ? '' : ',\n'}${filled}`)) await once(file, 'drain');
  }
  file.end('\n]\n');
  await once(file, 'finish');
}

/** Japanese prose that means nothing, of so many letters: words of two to five letters out of a few thousand. */
function proseFrom(random: () => number): (letters: number) => string {
  const words = Array.from({ length: 3000 }, () =>
    Array.from({ length: 2 + Math.floor(random() * 4) }, () =>
      String.fromCodePoint(
        random() < 0.5
          ? 0x30_42 + Math.floor(random() * 80)
          : 0x4e_00 + Math.floor(random() * 2000),
      ),
    ).join(''),
  );
  return (letters) => {
    let text = '';
    while (text.length < letters)
      text += `${words[Math.floor(random() ** 2 * words.length)] ?? ''}${random() < 0.1 ? '。\n' : ''}`;
    return text;
  };
}

function limit(targetAge: number | null, targetAgeOfMonths: number | null = null): object {
  return { targetAge, targetAgeOfMonths };
}

function recordOf(
  number: number,
  area: string,
  random: () => number,
  prose: (letters: number) => string,
): Record<string, unknown> {
  const pick = <T>(list: readonly [T, ...T[]]): T =>
    list[Math.floor(random() * list.length)] ?? list[0];
  const explicit = random() < 0.36;
  return {
    institutionName: { canonicalName: pick(TOPICS), shortName: `${pick(TOPICS)}（${prose(8)}）` },
    summary: prose(120),
    description: prose(300),
    utilization: prose(80),
    target: {
      targetPersons: `${pick(AGES)}\n${prose(60)}`,
      conditions: random() < 0.5 ? prose(80) : null,
      greaterThan: limit(null),
      greaterThanOrEqualTo: limit(null, explicit ? Math.floor(random() * 12) : null),
      lessThan: limit(explicit ? 1 + Math.floor(random() * 6) : null),
      lessThanOrEqualTo: limit(null),
    },
    support: { description: prose(200), monetarySupport: prose(60), materiallySupport: null },
    cost: prose(40),
    costConditions: prose(60),
    area: { areaCode: area, areaText: null },
    implementationPeriod: {
      fromYMD: null,
      toYMD: null,
      fromHM: null,
      toHM: null,
      conditions: prose(40),
    },
    procedurePeriod: {
      fromYMD: pick(DAYS),
      toYMD: pick(DAYS),
      fromHM: null,
      toHM: null,
      conditions: prose(30),
    },
    procedureMethod: `${prose(100)}申込みはこちら;https://example.org/form/${number}\n${prose(40)}`,
    procedureCounter: prose(60),
    procedurePersons: prose(30),
    procedureDocumentsCode: { code: null, others: prose(60) },
    belongings: `・${prose(12)}\n・${prose(12)}`,
    electronicSubmission: random() < 0.15,
    contact: {
      contactName: prose(8),
      contactPhone: `03-0000-${String(number).padStart(4, '0')}`,
      contactEx: null,
      contactEmail: null,
      contactUrl: `https://example.org/contact/${number}`,
      contactAddress: prose(20),
      zipCode: '1000001',
    },
    localGovernmentLink: { title: prose(10), uri: `https://example.org/programmes/${number}` },
    relatedLink: [{ title: prose(10), uri: `https://example.org/related/${number}` }],
    formLink: null,
    regulation: { regulationName: prose(12), regulationArticle: '第3条' },
    tag: { categoryCode: ['002，003'], targetCode: ['86'], contentsCode: ['001', '027 '] },
    basicInformation: {
      psid: `psid3.0+1000000000001+${number + 1}+UM${(number % 300) + 1}`,
      organization: '1000000000001',
      institutionType: null,
      compartment: null,
    },
    utilizationTime: prose(30),
    capacity: null,
    holiday: prose(12),
    updateDate: '2025-08-20',
  };
}
