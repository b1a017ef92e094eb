import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { damaged } from './faults.ts';
import { endProcess, startSafeGit, type SafeGit } from './safe-git.ts';

/** Git's name of a blob (SHA-1), in hexadecimal digits. */
export function blobHash(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.byteLength}\0`).update(bytes).digest('hex');
}

/** Reads blobs through one `git cat-file --batch`, one after the other; nothing is checked out. */
export class BlobReader {
  readonly #git: SafeGit;
  readonly #source: string;
  #child: ChildProcess | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(git: SafeGit, source: string) {
    this.#git = git;
    this.#source = source;
  }

  /**
   * The content of a blob of this size.
   *
   * @throws YokotenError `yokoten/foreign-damaged` when it is missing, of another size or of another hash
   */
  read(blob: string, size: number): Promise<Uint8Array> {
    const answer = this.#last.then(() => this.#ask(blob, size));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  /** Ends the program; whatever is still asked fails. */
  close(): void {
    this.#closed = true;
    if (this.#child !== undefined) endProcess(this.#child);
    this.#child = undefined;
  }

  async #ask(blob: string, size: number): Promise<Uint8Array> {
    if (this.#closed) throw damaged(this.#source, 'closed');
    this.#child ??= this.#start();
    try {
      const answer = await exchange(this.#child, `${blob}\n`, `${blob} blob ${size}\n`, size);
      if (blobHash(answer) !== blob) throw new RangeError(`${blob} has another hash`);
      return answer;
    } catch (error) {
      if (this.#child !== undefined) endProcess(this.#child);
      this.#child = undefined;
      throw Object.assign(damaged(this.#source, String(error)), { cause: error });
    }
  }

  #start(): ChildProcess {
    const child = startSafeGit(this.#git, ['cat-file', '--batch']);
    // A program that ends while it is asked is seen by its end; its last words are not needed.
    child.stderr?.resume();
    for (const one of [child, child.stdin]) one?.on('error', () => endProcess(child));
    return child;
  }
}

/** Writes a question and takes an answer of a known head and length, and the line's end after it. */
function exchange(
  child: ChildProcess,
  question: string,
  head: string,
  size: number,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const expected = head.length + size + 1;
    const chunks: Buffer[] = [];
    let begin = '';
    let length = 0;
    const settle = (words?: string): void => {
      child.stdout?.off('data', take);
      child.off('close', gone).off('error', gone);
      if (words !== undefined) reject(new RangeError(words));
      else resolve(Buffer.concat(chunks).subarray(head.length, expected - 1));
    };
    const gone = (): void => settle('git ended');
    const take = (chunk: Buffer): void => {
      chunks.push(chunk);
      length += chunk.length;
      if (begin.length < head.length)
        begin += chunk.toString('latin1', 0, head.length - begin.length);
      if (!head.startsWith(begin)) settle(`git answered ${begin}`);
      else if (length >= expected) settle();
    };
    child.stdout?.on('data', take);
    child.once('close', gone).once('error', gone);
    child.stdin?.write(question);
  });
}
