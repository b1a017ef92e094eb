import type { Platform } from './platform.ts';

/** One stored tarball for a person who asks what is in the folder. */
export interface StoredTarball {
  /** Its path in the app. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  /** SPDX expression as the package states it, or `undefined`. */
  readonly licence: string | undefined;
  readonly bytes: number;
}

/** `vendor/README.md`: what the folder is, how it is kept, and whose work under which licence it holds. */
export function vendorReadme(
  stored: readonly StoredTarball[],
  platforms: readonly Platform[],
): string {
  const names = platforms.map(({ id }) => `\`${id}\``).join(', ');
  const rows = stored.map(
    ({ name, version, licence, path, bytes }) =>
      `| ${cell(name)} | ${cell(version)} | ${licence === undefined ? '書かれていない / unstated' : cell(licence)} | ${cell(path.split('/').at(-1) ?? path)} | ${Math.ceil(bytes / 1000)} |`,
  );
  return `# 保管したパッケージ / Stored packages

「npx yokoten vendor」が作ったフォルダーです。手で変えないでください。
インターネットにつながらなくても、\`npm ci\` と \`npm run build\` ができます。
対象のコンピューターは ${names} です。ほかでは、その分だけを通信で取得します。
パッケージを変えたら、もう一度「npx yokoten vendor」を実行してください。
各パッケージのライセンスの文は、それぞれのファイルの中にあります。

Made by \`npx yokoten vendor\`; not to be edited by hand.
With it, \`npm ci\` and \`npm run build\` work without network on ${names}; elsewhere npm fetches what those lack.
After a change of packages, run \`npx yokoten vendor\` again.
The text of each licence is inside the package's own file.

| パッケージ / package | 版 / version | ライセンス / licence | ファイル / file | kB |
|---|---|---|---|--:|
${rows.join('\n')}
`;
}

/** Kept as Git has it: a changed end of line would break the hash. */
export const VENDOR_ATTRIBUTES = '*.tgz binary\n*.tar.gz binary\n';

function cell(text: string): string {
  return text.replaceAll(/[|<>`\p{Cc}]/gu, ' ').slice(0, 120);
}
