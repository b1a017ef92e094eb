import type { CheckState } from '../ask/state.ts';
import type { Questions } from '../open/questions.ts';
import { deflate, fromBase64Url, inflate, toBase64Url } from './bytes.ts';
import { contentOf, type SharedFrom, stateFrom } from './content.ts';
import { damaged, passphrase as needed, tooLarge, unknownVersion } from './error.ts';
import { seal, unseal } from './seal.ts';

/** Characters of a fragment, and bytes of what comes out of it. A family of thirty needs less. */
const MOST_CHARACTERS = 16_384;
const MOST_BYTES = 65_536;

/** The form of a fragment: open, and closed with a passphrase. A later form gets another number. */
const OPEN = '1';
const CLOSED = '1e';

/** The name in front of the fragment: `#benefits=1.…`. */
const NAME = 'benefits=';

/**
 * All that was answered as text for the part of an address behind `#`, which is never sent to a server.
 * @param passphrase closes it: AES-GCM with a key from PBKDF2
 */
export async function shareState(
  check: Questions,
  state: CheckState,
  passphrase?: string,
): Promise<string> {
  const bytes = await deflate(new TextEncoder().encode(contentOf(check, state)));
  if (passphrase === undefined) return `${NAME}${OPEN}.${toBase64Url(bytes)}`;
  return `${NAME}${CLOSED}.${toBase64Url(await seal(bytes, passphrase, CLOSED))}`;
}

/** Whether a shared text needs a passphrase. */
export function needsPassphrase(shared: string): boolean {
  return partsOf(shared)?.form === CLOSED;
}

/**
 * The state in a shared text, which may be anybody's work: its size is limited before and after it is inflated, and every answer
 * is checked against the pack.
 * @throws BenefitsError `benefits/share-too-large`, `benefits/share-damaged`, `benefits/share-version`,
 * `benefits/share-passphrase`, `benefits/share-other-pack`; `benefits/unknown-question`, `benefits/bad-answer`,
 * `benefits/bad-household` for what the pack does not know
 */
export async function readShared(
  check: Questions,
  shared: string,
  passphrase?: string,
): Promise<{ readonly state: CheckState; readonly from: SharedFrom }> {
  if (shared.length > MOST_CHARACTERS) throw tooLarge(MOST_CHARACTERS);
  const parts = partsOf(shared);
  if (parts === undefined) throw damaged();
  if (parts.form !== OPEN && parts.form !== CLOSED) throw unknownVersion(parts.form);
  let bytes = fromBase64Url(parts.body);
  if (parts.form === CLOSED) {
    if (passphrase === undefined) throw needed(false);
    bytes = await unseal(bytes, passphrase, CLOSED);
  }
  const text = new TextDecoder().decode(await inflate(bytes, MOST_BYTES));
  return stateFrom(check, text);
}

function partsOf(shared: string): { readonly form: string; readonly body: string } | undefined {
  const plain = shared.startsWith('#') ? shared.slice(1) : shared;
  if (!plain.startsWith(NAME)) return undefined;
  const dot = plain.indexOf('.', NAME.length);
  return dot < 0 ? undefined : { form: plain.slice(NAME.length, dot), body: plain.slice(dot + 1) };
}

/** The part of `window` that holds the address. */
export interface AddressBar {
  readonly location: Pick<Location, 'hash' | 'pathname' | 'search'>;
  readonly history: Pick<History, 'replaceState' | 'state'>;
}

/**
 * Takes a shared text out of the address bar, so that it is not copied, synchronised or looked at by accident. Other parts of the
 * fragment, set apart by `&`, stay. Nothing if there is none.
 */
export function takeShared({ location, history }: AddressBar): string | undefined {
  const parts = location.hash.replace(/^#/, '').split('&');
  const shared = parts.find((part) => part.startsWith(NAME));
  if (shared === undefined) return undefined;
  const rest = parts.filter((part) => part !== shared).join('&');
  const hash = rest === '' ? '' : `#${rest}`;
  history.replaceState(history.state, '', `${location.pathname}${location.search}${hash}`);
  return shared;
}
