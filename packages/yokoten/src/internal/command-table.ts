import type { Localized } from '@yokoten/standard';
import type { Command } from './command.ts';

/** A command by its words; its file is loaded when it is called. */
export interface Entry {
  readonly words: readonly [string, ...string[]];
  readonly summary: Localized;
  load(): Promise<Command>;
}

/** Every command, in the order of the help. */
export const COMMANDS: readonly Entry[] = [
  {
    words: ['data', 'inspect'],
    summary: {
      ja: 'データのファイルが何であるか、どこに問題があるかを調べます',
      en: 'Say what a data file is, and where it has problems',
    },
    load: async () => (await import('../commands/data-inspect.ts')).dataInspect,
  },
  {
    words: ['data', 'check'],
    summary: {
      ja: '問題を一つずつ、セルの番地と直し方で知らせます（CI向け）',
      en: 'List every problem with its cell and what to do (for CI)',
    },
    load: async () => (await import('../commands/data-check.ts')).dataCheck,
  },
  {
    words: ['data', 'fix'],
    summary: {
      ja: '確かに直せるところを直したファイルと、その一覧を作ります',
      en: 'Write a corrected file and the list of changes',
    },
    load: async () => (await import('../commands/data-fix.ts')).dataFix,
  },
  {
    words: ['data', 'convert'],
    summary: {
      ja: 'GeoJSON、CSV、JSON、Parquetに変えます',
      en: 'Turn a file into GeoJSON, CSV, JSON or Parquet',
    },
    load: async () => (await import('../commands/data-convert.ts')).dataConvert,
  },
  {
    words: ['data', 'merge'],
    summary: {
      ja: '多くの自治体のファイルを、一つの表にまとめます',
      en: 'Put files of many municipalities into one table',
    },
    load: async () => (await import('../commands/data-merge.ts')).dataMerge,
  },
  {
    words: ['data', 'find'],
    summary: {
      ja: '公開されているデータを、カタログから探します',
      en: 'Look for published data in catalogues',
    },
    load: async () => (await import('../commands/data-find.ts')).dataFind,
  },
  {
    words: ['data', 'pull'],
    summary: {
      ja: 'データを取得し、出典とハッシュを記録します',
      en: 'Fetch data and record its source and hash',
    },
    load: async () => (await import('../commands/data-pull.ts')).dataPull,
  },
  {
    words: ['data', 'daily'],
    summary: {
      ja: '毎日変わるデータを、履歴を増やさずに取り直します',
      en: 'Fetch data that changes daily, without growing a history',
    },
    load: async () => (await import('../commands/data-daily.ts')).dataDaily,
  },
  {
    words: ['rules', 'compile'],
    summary: {
      ja: 'OpenFiscaの国のパッケージを、ブラウザーで動くルールに変換します',
      en: 'Compile an OpenFisca country package to rules that run in a browser',
    },
    load: async () => (await import('../commands/rules-compile.ts')).rulesCompile,
  },
  {
    words: ['rules', 'test'],
    summary: {
      ja: 'OpenFiscaのYAMLテストを、変換したルールで実行します',
      en: 'Run OpenFisca’s YAML tests against compiled rules',
    },
    load: async () => (await import('../commands/rules-test.ts')).rulesTest,
  },
  {
    words: ['rules', 'calculate'],
    summary: {
      ja: '一つの世帯の状況を、変換したルールで計算します',
      en: 'Calculate one situation with compiled rules',
    },
    load: async () => (await import('../commands/rules-calculate.ts')).rulesCalculate,
  },
  {
    words: ['rules', 'serve'],
    summary: {
      ja: '変換したルールで、OpenFiscaのWeb APIと同じように答えます',
      en: 'Answer as OpenFisca’s Web API does, from compiled rules',
    },
    load: async () => (await import('../commands/rules-serve.ts')).rulesServe,
  },
  {
    words: ['adopt'],
    summary: {
      ja: '前の地図を、アプリに移します',
      en: 'Take an older map over into an app',
    },
    load: async () => (await import('../commands/adopt.ts')).adoptCommand,
  },
  {
    words: ['upgrade'],
    summary: {
      ja: 'アプリを、雛形の新しい版に合わせます',
      en: 'Bring an app to a newer version of its template',
    },
    load: async () => (await import('../commands/upgrade.ts')).upgradeCommand,
  },
  {
    words: ['benefits', 'check'],
    summary: {
      ja: '自分たちで書いた支援制度を点検し、例を計算して確かめます',
      en: 'Check own support schemes and work their examples out',
    },
    load: async () => (await import('../commands/benefits-check.ts')).benefitsCheck,
  },
  {
    words: ['benefits', 'build'],
    summary: {
      ja: '支援制度のファイルから、ページが読み込むファイルを作ります',
      en: 'Write what a page loads from own support schemes',
    },
    load: async () => (await import('../commands/benefits-build.ts')).benefitsBuild,
  },
  {
    words: ['benefits', 'import'],
    summary: {
      ja: '支援制度の一覧を取り込み、自治体ごとのファイルと品質の報告を書きます',
      en: 'Import lists of support programmes, with a report of their quality',
    },
    load: async () => (await import('../commands/benefits-import.ts')).benefitsImport,
  },
  {
    words: ['benefits', 'feeds'],
    summary: {
      ja: '取り込んだ一覧から、自治体ごとのフィードを書きます',
      en: 'Write feeds per municipality from imported lists',
    },
    load: async () => (await import('../commands/benefits-feeds.ts')).benefitsFeeds,
  },
  {
    words: ['doctor'],
    summary: {
      ja: '残った見本や別の町の名前、足りない文書を調べます',
      en: 'Look for leftovers, secrets and missing documents in an app',
    },
    load: async () => (await import('../commands/doctor.ts')).doctor,
  },
  {
    words: ['vendor'],
    summary: {
      ja: 'パッケージをすべてアプリの中に保管し、通信なしで作れるようにします',
      en: 'Store every package in the app, so that it builds without network',
    },
    load: async () => (await import('../commands/vendor.ts')).vendorCommand,
  },
  {
    words: ['eject'],
    summary: {
      ja: 'パッケージの部品をアプリに写し、変えられるようにします（更新も届きます）',
      en: 'Copy a part of a package into the app, to be edited and still upgraded',
    },
    load: async () => (await import('../commands/eject.ts')).ejectCommand,
  },
];
