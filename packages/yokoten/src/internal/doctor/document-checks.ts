import { isRecord } from '../config-reader.ts';
import type { AppView } from './app-view.ts';
import { found, type Check, type Finding } from './check.ts';

const UPSTREAM = 'https://github.com/yokoten/yokoten';

/** Licences approved by the Open Source Initiative, by a sentence of their text. */
const LICENCES: readonly (readonly [id: string, sentence: RegExp])[] = [
  ['MIT', /Permission is hereby granted, free of charge, to any person obtaining a copy/],
  ['Apache-2.0', /Apache License\s+Version 2\.0/],
  ['BSD-3-Clause', /Redistribution and use in source and binary forms[^]{0,1500}Neither the name/],
  ['BSD-2-Clause', /Redistribution and use in source and binary forms/],
  ['AGPL-3.0', /GNU AFFERO GENERAL PUBLIC LICENSE\s+Version 3/i],
  ['LGPL-3.0', /GNU LESSER GENERAL PUBLIC LICENSE\s+Version 3/i],
  ['GPL-3.0', /GNU GENERAL PUBLIC LICENSE\s+Version 3/i],
  ['MPL-2.0', /Mozilla Public License,? Version 2\.0/i],
  ['EUPL-1.2', /European Union Public Licen[cs]e v\. ?1\.2/i],
  ['ISC', /Permission to use, copy, modify, and\/or distribute this software/],
];

/** The terms of the code, and whether both places say the same. */
export const codeLicence: Check = {
  code: 'yokoten/code-licence',
  title: { ja: 'プログラムのライセンス', en: 'licence of the code' },
  source: 'DPG 2; REUSE; 20 checks for municipal forks, no. 7',
  run({ texts, publiccode }) {
    const text = texts.get('LICENSE') ?? texts.get('LICENSE.md') ?? texts.get('LICENSE.txt');
    if (text === undefined)
      return [
        found(
          'problem',
          'LICENSE がありません。使ってよい条件が、だれにも分かりません。',
          'There is no LICENSE, so nobody knows the terms of the code.',
          { path: 'LICENSE' },
        ),
      ];
    const known = LICENCES.find(([, sentence]) => sentence.test(text))?.[0];
    if (known === undefined)
      return [
        found(
          'problem',
          'LICENSE の文が、OSI の認めたライセンスと合いません。',
          'The text of LICENSE is none that the Open Source Initiative approved.',
          { path: 'LICENSE' },
        ),
      ];
    const legal = isRecord(publiccode?.['legal']) ? publiccode['legal']['license'] : undefined;
    return typeof legal === 'string' &&
      !legal.split(/[ ()]+/).some((id) => id.replace(/-(only|or-later)$/, '') === known)
      ? [
          found(
            'problem',
            `publiccode.yml のライセンス（${legal}）が、LICENSE（${known}）と違います。`,
            `publiccode.yml says ${legal}, and LICENSE is ${known}.`,
            { path: 'publiccode.yml' },
          ),
        ]
      : [];
  },
};

/** Who answers for the site. */
export const ownerUnnamed: Check = {
  code: 'yokoten/owner-unnamed',
  title: { ja: '持ち主の名前', en: 'name of the owner' },
  source: 'DPG 3; 19 of 22 copies kept the README of the template',
  run({ texts, owner, publiccode }) {
    if (owner === undefined) return [];
    const names = Object.values(owner.name).filter((name) => name !== undefined);
    const documents = ['README.ja.md', 'README.md', 'NOTICE'].map((path) => texts.get(path) ?? '');
    const named = [...documents, JSON.stringify(publiccode ?? {})].some((text) =>
      names.some((name) => text.includes(name)),
    );
    return named
      ? []
      : [
          found(
            'problem',
            `READMEに「${owner.name.ja}」とありません。だれのサイトかを書いてください。`,
            `The README does not name ${owner.name['en'] ?? owner.name.ja}. Say whose site this is.`,
            { path: 'README.ja.md' },
          ),
        ];
  },
};

/** What the app is made from. */
export const upstreamUncredited: Check = {
  code: 'yokoten/upstream-uncredited',
  title: { ja: '元のプログラムの名前', en: 'credit of the upstream' },
  source: 'DPG 3; MIT License, notice',
  run({ texts }) {
    const credited = ['README.md', 'README.ja.md', 'NOTICE'].some((path) =>
      /yokoten\/yokoten/.test(texts.get(path) ?? ''),
    );
    if (credited) return [];
    const path = texts.has('README.ja.md') ? 'README.ja.md' : 'README.md';
    const sentence = `このアプリは [Yokoten（横展）](${UPSTREAM}) で作られています。 Made with [Yokoten](${UPSTREAM}).`;
    return [
      found(
        'problem',
        '何で作ったかが、READMEにありません。',
        'The README does not say what the app is made with.',
        { path, fix: { path, apply: (text) => `${text.trimEnd()}\n\n${sentence}\n`.trimStart() } },
      ),
    ];
  },
};

/** Rules compiled from others' work carry their terms. */
export const packNoticeMissing: Check = {
  code: 'yokoten/pack-notice-missing',
  title: { ja: '変換したルールのライセンス', en: 'notices of compiled rules' },
  source: 'GNU AGPL 3.0, section 5 (OpenFisca country packages)',
  run({ texts, paths }) {
    const folders = [...texts]
      .filter(
        ([path, text]) =>
          /\.m?js$/.test(path) &&
          text.slice(0, 2000).includes('see LICENSE and NOTICE beside this file'.slice(4)),
      )
      .map(([path]) => path.replace(/[^/]*$/, ''));
    return [...new Set(folders)].flatMap((folder) =>
      ['LICENSE', 'NOTICE'].flatMap((name) =>
        paths.includes(folder + name)
          ? []
          : [
              found(
                'problem',
                `変換したルールの隣に ${name} がありません。「yokoten rules compile」で作り直してください。`,
                `Compiled rules lack the ${name} beside them. Run yokoten rules compile again.`,
                { path: folder + name },
              ),
            ],
      ),
    );
  },
};

/** Documents that whoever takes the app over looks for. */
export const documentMissing: Check = {
  code: 'yokoten/document-missing',
  title: { ja: '要る文書', en: 'required documents' },
  source: 'DPG 5; Standard for Public Code 0.8.0, "Document the code"',
  run: ({ paths }) =>
    ['README.md', 'README.ja.md', 'publiccode.yml'].flatMap((path) =>
      paths.includes(path)
        ? []
        : [found('problem', `${path} がありません。`, `There is no ${path}.`, { path })],
    ),
};

/** A page about accessibility: the aim, the state, and whom to tell. */
export const accessibilityStatement: Check = {
  code: 'yokoten/accessibility-statement',
  title: { ja: 'アクセシビリティ方針', en: 'accessibility statement' },
  source: 'JIS X 8341-3:2016, 方針 (WAIC); みんなの公共サイト運用ガイドライン',
  run: (app) =>
    statement(
      app,
      /アクセシビリティ|accessibility/i,
      'アクセシビリティ方針のページを書き、READMEから示してください。',
      'Write a page with the accessibility statement, and point to it from the README.',
    ),
};

/** A page about what is done with personal data, were it nothing. */
export const privacyStatement: Check = {
  code: 'yokoten/privacy-statement',
  title: { ja: 'プライバシーの説明', en: 'privacy statement' },
  source: '個人情報の保護に関する法律; DPG 7 and 9a',
  run: (app) =>
    statement(
      app,
      /プライバシー|個人情報|privacy/i,
      '個人情報をどう扱うかのページを書き、READMEから示してください。',
      'Write a page on what is done with personal data, and point to it from the README.',
    ),
};

function statement({ texts, paths }: AppView, word: RegExp, ja: string, en: string): Finding[] {
  const there =
    paths.some((path) => word.test(path)) ||
    ['README.md', 'README.ja.md'].some((path) => word.test(texts.get(path) ?? ''));
  return there ? [] : [found('todo', ja, en)];
}

/** Without exact versions nobody can say what a site was built from. */
export const noExactVersions: Check = {
  code: 'yokoten/no-exact-versions',
  title: { ja: '部品の正確な版（SBOM）', en: 'exact versions (SBOM)' },
  source: '20 checks for municipal forks, no. 17: CycloneDX SBOM (npm sbom needs a lockfile)',
  run: ({ paths }) =>
    paths.some((path) => /^(package-lock\.json|pnpm-lock\.yaml|yarn\.lock|bun\.lock)$/.test(path))
      ? []
      : [
          found(
            'todo',
            '部品の正確な版の一覧がありません。「npm install」を実行し、package-lock.json もコミットしてください。',
            'There is no list of exact versions. Run npm install, and commit package-lock.json: npm sbom makes the list of parts from it.',
            { path: 'package-lock.json' },
          ),
        ],
};
