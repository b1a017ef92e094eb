import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './run.ts';
import { repositoryFiles } from './sources.ts';

/**
 * A copy of this repository as it lies here, to make releases in that nobody made yet: by the very tasks that make the
 * real ones, with an install, a build and a changelog of its own.
 */
export class ReleaseClone {
  readonly folder: string;
  readonly #env: Readonly<Record<string, string>>;

  private constructor(folder: string, env: Readonly<Record<string, string>>) {
    this.folder = folder;
    this.#env = env;
  }

  /**
   * @param folder where the copy goes
   * @param env what its tasks run in
   */
  static async make(folder: string, env: Readonly<Record<string, string>>): Promise<ReleaseClone> {
    for (const path of repositoryFiles()) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      cpSync(join(root, path), join(folder, path));
    }
    const clone = new ReleaseClone(folder, env);
    await clone.#run('git', 'init', '--quiet');
    await clone.#commit('Start');
    return clone;
  }

  /** Writes a file anew; every change has to change something, or the release would not be what a test takes it for. */
  edit(path: string, change: (text: string) => string): void {
    const text = readFileSync(join(this.folder, path), 'utf8');
    const changed = change(text);
    if (changed === text) throw new Error(`${path} has nothing to change.`);
    writeFileSync(join(this.folder, path), changed);
  }

  /** Writes a file with every such word replaced; where there is none, it stays. */
  replaceAll(path: string, word: string, by: string): void {
    const text = readFileSync(join(this.folder, path), 'utf8');
    if (text.includes(word)) writeFileSync(join(this.folder, path), text.replaceAll(word, by));
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.folder, path), text);
  }

  rename(from: string, to: string): void {
    renameSync(join(this.folder, from), join(this.folder, to));
  }

  remove(path: string): void {
    rmSync(join(this.folder, path));
  }

  /** Texts below a folder, by path, without those of tests. */
  textsBelow(folder: string): string[] {
    return readdirSync(join(this.folder, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|json|jsonc)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(this.folder.length + 1))
      .filter((path) => !/node_modules|[\\/](dist|test)[\\/]|\.test\.ts$/.test(path));
  }

  /** Makes the files of a release as the workflow does; with `bump`, its versions first. Answers their folder. */
  async release(bump: boolean): Promise<string> {
    if (bump) {
      await this.#task('version-packages');
      await this.#commit('Release');
    }
    await this.#task('release-files');
    return join(this.folder, '.cache/release');
  }

  /** Marks what was published, as the workflow does. */
  async tag(version: string): Promise<void> {
    await this.#run('git', 'tag', '--force', `v${version}`);
  }

  async #task(name: string): Promise<void> {
    await this.#run(process.execPath, join(this.folder, 'apps/tools/src/tasks.ts'), name);
  }

  async #commit(message: string): Promise<void> {
    const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
    await this.#run('git', 'add', '--all');
    await this.#run('git', ...who, 'commit', '--quiet', '--message', message);
  }

  async #run(command: string, ...args: readonly string[]): Promise<void> {
    const options = { cwd: this.folder, env: this.#env, maxBuffer: 1 << 26 };
    await promisify(execFile)(command, args, options);
  }
}
