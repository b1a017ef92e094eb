import type { Fetcher } from '@yokoten/open-data/catalogue';
import type { Option, Request, Terminal } from '../command.ts';

/** `--allow-private`: for tests against a server on this machine. */
export const ALLOW_PRIVATE: Option = {
  description: {
    ja: 'この機械や内側の網のアドレスも許す（テスト用）',
    en: 'also addresses of this machine and inner networks, for tests',
  },
};

/** Asks hosts politely; how much has come is shown while it comes. */
export async function politeFetcher({ values }: Request, terminal: Terminal): Promise<Fetcher> {
  const { nodeFetcher } = await import('@yokoten/open-data/pull');
  return nodeFetcher({
    allowPrivate: values['allow-private'] === true,
    onProgress: ({ url, kind, amount, total }) => {
      if (kind === 'bytes' && total !== undefined) terminal.progress?.(amount / total, url);
    },
  });
}
