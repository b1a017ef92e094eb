import { basename, resolve } from 'node:path';
import { badAddress } from './faults.ts';

/** What a person named: a folder, or a repository to be fetched. */
export type Place =
  | { readonly kind: 'folder'; readonly folder: string; readonly name: string }
  | { readonly kind: 'url'; readonly url: string; readonly name: string };

/** A letter and a colon is a drive of Windows; two colons name a program that Git would run (`ext::sh -c …`). */
const SCHEME = /^[a-z][a-z0-9+.-]+:/i;
const SECURE_SHELL = /^[^/\\]+@[^/\\:]+:/;
// oxlint-disable-next-line no-control-regex
const NOT_IN_ADDRESS = /[\u0000-\u0020\u007f-\u009f\\]/;

/**
 * Tells a folder from an address. Of addresses only https without name and password is taken: every other form is a
 * way to have Git run a program, read a file or send a password.
 *
 * @throws YokotenError `yokoten/foreign-address`
 */
export function placeOf(source: string): Place {
  if (SCHEME.test(source)) return addressOf(source);
  if (SECURE_SHELL.test(source))
    throw badAddress(source, 'SSHでは取得しません。', 'nothing is fetched over SSH.');
  const folder = resolve(source);
  return { kind: 'folder', folder, name: basename(folder) };
}

function addressOf(source: string): Place {
  const url = NOT_IN_ADDRESS.test(source) || !URL.canParse(source) ? undefined : new URL(source);
  if (url?.protocol !== 'https:' || source.slice(0, 8).toLowerCase() !== 'https://')
    throw badAddress(source, '取得は https だけです。', 'only https is fetched.');
  if (url.username !== '' || url.password !== '')
    throw badAddress(
      url.host,
      '場所に名前やパスワードは書けません。',
      'an address must not hold a name or password.',
    );
  if (url.hostname.startsWith('-'))
    throw badAddress(
      source,
      'サーバーの名前が「-」で始まっています。',
      'the host begins with "-".',
    );
  if (url.search !== '' || url.hash !== '')
    throw badAddress(source, '「?」「#」は使えません。', 'an address has no "?" or "#".');
  const last = url.pathname.split('/').findLast((part) => part !== '') ?? url.hostname;
  return { kind: 'url', url: url.href, name: decoded(last).replace(/\.git$/i, '') };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return part;
    throw error;
  }
}
