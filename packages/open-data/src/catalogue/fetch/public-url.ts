import { failure } from '../catalogue-error.ts';
import { privateHost } from './private-address.ts';

/**
 * An address that may be asked: http or https, without a password, and not on this machine or an inner network,
 * however it is written.
 * @throws CatalogueError `open-data/bad-url`, `open-data/private-address`
 */
export async function publicUrl(address: string, allowPrivate: boolean, base?: URL): Promise<URL> {
  const url = URL.canParse(address, base?.href) ? new URL(address, base) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol))
    throw await failure('open-data/bad-url', { url: address, value: url?.protocol ?? 'syntax' });
  if (url.username !== '' || url.password !== '')
    throw await failure('open-data/bad-url', { url: url.host, value: 'password' });
  const inner = allowPrivate ? undefined : privateHost(url.hostname);
  if (inner !== undefined)
    throw await failure('open-data/private-address', { url: address, value: inner });
  return url;
}
