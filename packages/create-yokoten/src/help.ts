import type { Language } from './failure.ts';

const JA = `Yokoten のアプリを作ります。

使い方:
  npm create yokoten@latest [フォルダー] -- [オプション]

  -m, --municipality 市区町村   全国地方公共団体コード（5桁か6桁）または名前
  -t, --template テンプレート   作るものの種類
  -e, --example 見本            データの入った見本から始める
      --into-existing           中身のあるフォルダーに加える（上書きはしない）
      --list                    テンプレートと見本の一覧を見る
      --dry-run                 作るファイルの一覧だけを見る
      --no-install              パッケージを入れない
      --no-git                  Git のリポジトリーを作らない
  -y, --yes                     質問をせず、標準の答えを使う
      --lang ja|en              この道具の言葉
      --json                    結果を JSON で標準出力に書く
      --packages フォルダー     固めたパッケージを vendor/ に入れて使う
  -h, --help                    この説明
  -v, --version                 版
`;

const EN = `Makes a Yokoten app.

Usage:
  npm create yokoten@latest [folder] -- [options]

  -m, --municipality CODE|NAME  national code of the local government (5 or 6 digits), or its name
  -t, --template ID             what to make
  -e, --example NAME            start from a complete example with data
      --into-existing           add to a folder that holds something (never overwrites)
      --list                    list the templates and examples
      --dry-run                 only list the files that would be made
      --no-install              install no packages
      --no-git                  make no Git repository
  -y, --yes                     ask nothing, take the defaults
      --lang ja|en              language of this tool
      --json                    write the result to stdout as JSON
      --packages FOLDER         carry packed packages along in vendor/
  -h, --help                    this text
  -v, --version                 the version
`;

/** The text of `--help`. */
export function helpText(language: Language): string {
  return language === 'ja' ? JA : EN;
}
