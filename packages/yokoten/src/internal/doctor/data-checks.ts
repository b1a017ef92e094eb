import { CONFIG_FILE } from '../config-text.ts';
import { isRecord } from '../config-reader.ts';
import type { AppView } from './app-view.ts';
import { found, type Check, type Finding } from './check.ts';
import { stringsIn } from './identity-texts.ts';

/** Data that says itself that it is only a sample. */
export const sampleDataLeft: Check = {
  code: 'yokoten/sample-data-left',
  title: { ja: '見本のデータ', en: 'sample data' },
  source:
    '20 checks for municipal forks, no. 4: 01-サンプル.csv was published by copies of the 2021 template',
  run({ config, paths, configLine }) {
    const files = paths.filter((path) =>
      /^(?:data|schemes)\/.*(?:サンプル|見本|ダミー|sample|dummy|example)/i.test(path),
    );
    const named = files.map((path) =>
      found(
        'problem',
        '見本のデータが残っています。本物のデータに替えるか、消してください。',
        'Sample data is left. Replace it by real data, or remove it.',
        { path },
      ),
    );
    if (config['sample'] === undefined) return named;
    return [
      ...named,
      found(
        'problem',
        '設定に「sample」（見本のデータの断り）があります。本物のデータに替えたら、消してください。',
        'The config says that the data is a sample. Remove "sample" once the data is real.',
        { path: CONFIG_FILE, line: configLine(['sample']) ?? 1 },
      ),
    ];
  },
};

const PLACEHOLDERS =
  /0{2,4}-0{2,4}-0{4}|@example\.(?:com|jp|org)|https?:\/\/(?:www\.)?example\.(?:com|jp|org)|github\.com\/example\//;

/** What stands for something that is still to be filled in. */
export const placeholderLeft: Check = {
  code: 'yokoten/placeholder-left',
  title: { ja: '記入するところ', en: 'what is still to be filled in' },
  source: '20 checks for municipal forks, no. 3: contact, domain',
  run({ config, texts, configLine }) {
    const values = ['contacts', 'site', 'credit', 'benefits'].flatMap((key) =>
      stringsIn(config[key], [key])
        .filter(({ text }) => PLACEHOLDERS.test(text))
        .map(({ at }) =>
          found(
            'problem',
            '仮の値のままです。本当の値を書いてください。',
            'This is only a placeholder. Write the real value.',
            { path: CONFIG_FILE, line: configLine(at) ?? 1 },
          ),
        ),
    );
    const publiccode = texts.get('publiccode.yml');
    if (publiccode === undefined || !PLACEHOLDERS.test(publiccode)) return values;
    const line = publiccode.split('\n').findIndex((one) => PLACEHOLDERS.test(one)) + 1;
    return [
      ...values,
      found(
        'todo',
        'リポジトリーのアドレスを書いてください。',
        'Write the address of your repository.',
        { path: 'publiccode.yml', line },
      ),
    ];
  },
};

/** The standard datasets are to be brought up to date at least once a year. */
const OLDEST_DAYS = 366;

const DAY = 86_400_000;

/** Data older than a year by its own date. */
export const dataOld: Check = {
  code: 'yokoten/data-old',
  title: { ja: '古いデータ', en: 'old data' },
  source: '20 checks for municipal forks, no. 4: data older than its interval of update',
  run: (app) =>
    credits(app).flatMap(({ credit, at }) => {
      const date = credit['date'];
      const end = typeof date === 'string' ? endOf(date) : undefined;
      if (end === undefined) return [];
      const days = Math.floor((app.now.getTime() - end) / DAY);
      return days <= OLDEST_DAYS
        ? []
        : [
            found(
              'problem',
              `データの日付（${String(date)}）から${days}日たっています。新しいデータに替えるか、確かめて日付を直してください。`,
              `The data is ${days} days old (${String(date)}). Replace it, or check it and write the new date.`,
              { path: CONFIG_FILE, line: app.configLine([...at, 'date']) ?? 1 },
            ),
          ];
    }),
};

/** Data whose terms nobody has decided. */
export const dataLicence: Check = {
  code: 'yokoten/data-licence',
  title: { ja: 'データのライセンス', en: 'licence of the data' },
  source:
    '20 checks for municipal forks, no. 7: licence of the data apart from that of the code (DPG 2)',
  run(app) {
    if (!app.paths.some((path) => /^data\/[^.]/.test(path))) return [];
    const all = credits(app);
    const undecided = all.filter(
      ({ credit }) => credit['licence'] === null || credit['licence'] === '',
    );
    const results: Finding[] = undecided.map(({ at }) =>
      found(
        'todo',
        'データのライセンスが決まっていません。決めたら書いてください。例: "CC-BY-4.0"',
        'The licence of the data is not decided. Once it is, write it, like "CC-BY-4.0".',
        { path: CONFIG_FILE, line: app.configLine([...at, 'licence']) ?? 1 },
      ),
    );
    if (app.config['credit'] === undefined)
      results.push(
        found(
          'problem',
          '設定に、データの出典とライセンス（credit）がありません。',
          'The config states no source and licence of the data (credit).',
          { path: CONFIG_FILE },
        ),
      );
    return results;
  },
};

interface Credited {
  readonly credit: Readonly<Record<string, unknown>>;
  readonly at: readonly (string | number)[];
}

/** The credit of all data, and those of single layers. */
function credits({ config }: AppView): Credited[] {
  const layers: readonly unknown[] = Array.isArray(config['layers']) ? config['layers'] : [];
  const all = [
    { credit: config['credit'], at: ['credit'] },
    ...layers.map((layer, i) => ({
      credit: isRecord(layer) ? layer['credit'] : undefined,
      at: ['layers', i, 'credit'],
    })),
  ];
  return all.flatMap(({ credit, at }) => (isRecord(credit) ? [{ credit, at }] : []));
}

/** The last moment of a day, month or year. */
function endOf(date: string): number | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date) ?? [];
  if (year === undefined) return undefined;
  if (month === undefined) return Date.UTC(Number(year) + 1, 0, 1);
  if (day === undefined) return Date.UTC(Number(year), Number(month), 1);
  return Date.UTC(Number(year), Number(month) - 1, Number(day) + 1);
}
