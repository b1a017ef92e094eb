// Writes src/internal/adopt/upstream-facts.ts from a clone of the hazard-map template of 2021: dates, short ids and hashes
// only. Run by hand, when the template has new commits:
//   node scripts/upstream-facts.mjs PATH-OF-THE-CLONE
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const [clone = '.'] = process.argv.slice(2);
const git = (...args) =>
  execFileSync('git', ['-C', clone, '-c', 'core.quotepath=off', ...args], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
const commits = git('log', '--reverse', '--topo-order', '--format=%h %cs %T', 'HEAD')
  .trim()
  .split('\n')
  .map((line) => line.split(' '));

const generationOf = (paths, id) => {
  if (paths.has('hazardmap-config.json')) return 'json';
  if (!paths.has('hazardmap-config.jsonc')) return 'none';
  return git('show', `${id}:hazardmap-config.jsonc`).includes('"shikuchoson"') ? 'ward' : 'city';
};

/** Data of a town and what was made from it say nothing about the version. */
const isTelling = (path) =>
  /^[ -~]+$/.test(path) && !/^(data|csv)|^src\/generated\/.*\.json$|hachioji/.test(path);

const lines = [];
const seen = new Map();
for (const [index, [id, date, tree]] of commits.entries()) {
  const files = new Map(
    git('ls-tree', '-r', '-z', tree)
      .split('\0')
      .filter(Boolean)
      .map((line) => [line.slice(line.indexOf('\t') + 1), line.split(/\s/)[2]]),
  );
  const generation = generationOf(files, id);
  lines.push(`${id} ${date} ${tree} ${generation}`);
  if (generation === 'none') continue;
  for (const [path, blob] of files) {
    if (!isTelling(path)) continue;
    const key = `${path} ${blob.slice(0, 12)}`;
    const ranges = seen.get(key) ?? [];
    const last = ranges.at(-1);
    if (last?.[1] === index - 1) last[1] = index;
    else ranges.push([index, index]);
    seen.set(key, ranges);
  }
}
const blobs = [...seen]
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(([key, ranges]) => `${key} ${ranges.map(([a, b]) => `${a}-${b}`).join(',')}`);

writeFileSync(
  new URL('../src/internal/adopt/upstream-facts.ts', import.meta.url),
  `// Made by scripts/upstream-facts.mjs. Facts about the public history of the hazard-map template of 2021: no text of it.

/** A line for each commit, the oldest first: short id, date, hash of the root tree, form of the config. */
export const UPSTREAM_COMMITS = \`
${lines.join('\n')}
\`;

/** A line for each content of a file: path, first digits of its hash as a blob, the commits that have it, from 0. */
export const UPSTREAM_BLOBS = \`
${blobs.join('\n')}
\`;
`,
);
