import { OpenDataError } from '@yokoten/open-data';
import { sentence } from '@yokoten/open-data/messages';
import type { Question, Refusal, Reply } from './protocol.ts';
import { examineBlob, type Opened } from './worker/examine.ts';
import { mapOf } from './worker/map.ts';
import { make, reportPage } from './worker/make.ts';
import { findTown } from './worker/town.ts';

/** What the last examination left; one worker serves one file. */
let opened: Opened | undefined;

self.addEventListener('message', ({ data }: MessageEvent<Question>) => void serve(data));

async function serve(request: Question): Promise<void> {
  const { ticket } = request;
  try {
    const answer = await answerTo(request);
    const bytes =
      request.errand === 'make' ? (answer as { readonly bytes: Uint8Array }).bytes : undefined;
    reply({ type: 'answer', ticket, answer }, bytes === undefined ? [] : [bytes.buffer]);
  } catch (error) {
    reply({ type: 'refused', ticket, refusal: refusalOf(error) });
  }
}

async function answerTo({ errand, question, ticket }: Question): Promise<unknown> {
  switch (errand) {
    case 'examine':
      opened = undefined;
      opened = await examineBlob(question, (step, done) =>
        reply({ type: 'step', ticket, step, done }),
      );
      return opened.summary;
    case 'report':
      return reportPage(examined().examination, question.language);
    case 'map':
      return mapOf(examined().examination, question.language, examined().town);
    case 'make':
      return make(examined().examination, question.product, question.language);
    case 'town':
      return findTown(question);
  }
}

function examined(): Opened {
  if (opened === undefined) throw new TypeError('nothing was examined yet');
  return opened;
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof OpenDataError) {
    const { ja, en = ja } = sentence(error.finding);
    return {
      kind: 'unreadable',
      code: error.code,
      message: { ja, en },
      line: error.finding.line,
    };
  }
  if (error instanceof DOMException) return { kind: 'unopened' };
  return { kind: 'unexpected', detail: String(error) };
}

function reply(message: Reply, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}
