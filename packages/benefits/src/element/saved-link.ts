import { shareState } from '../share/fragment.ts';
import type { WholeContext } from './context.ts';

/** The page's address with the answers behind `#`, which no server is told. An empty passphrase is none. */
export async function makeLink(
  { check, state }: Pick<WholeContext, 'check' | 'state'>,
  passphrase: string,
): Promise<string> {
  const shared = await shareState(check, state, passphrase === '' ? undefined : passphrase);
  const address = new URL(location.href);
  address.hash = shared;
  return address.href;
}
