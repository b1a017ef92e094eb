import { CONFIG_FILE } from '../config-text.ts';

/** What a person reads who comes upon the branch. */
export const BRANCH_README: string = `# 毎日のデータ ・ Daily data

毎日取り直すデータの、いちばん新しいものです。\`${CONFIG_FILE}\` の \`layers\` か \`data\` に \`url\` があるファイルです。
このブランチは、いつも一つのコミットだけです。取り直すたびに、全部が置きかわります。
ここで直しても、次に消えます。自分で直すときは、同じ名前のファイルを、もとのブランチの \`data\` フォルダーに置いてください。
そのファイルは、取り直しません。

The newest of the data that is fetched every day: files that have a \`url\` in \`layers\` or \`data\` of \`${CONFIG_FILE}\`.
This branch always has one commit, and everything in it is replaced each time. An edit here is lost. To edit a file
yourself, put it into the folder \`data\` of the main branch under the same name: then it is not fetched any more.
`;
