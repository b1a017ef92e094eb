import { damaged, passphrase as refused } from './error.ts';

/** OWASP's figure for PBKDF2 with HMAC-SHA-256 (Password Storage Cheat Sheet, 2023). */
const ROUNDS = 600_000;
const SALT = 16;
/** NIST SP 800-38D, section 8.2. */
const IV = 12;

/** Closes bytes with a passphrase: salt, initial vector, then AES-GCM's text and tag. `about` is bound to it, in the clear. */
export async function seal(
  bytes: Uint8Array<ArrayBuffer>,
  passphrase: string,
  about: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT));
  const iv = crypto.getRandomValues(new Uint8Array(IV));
  const key = await keyFrom(passphrase, salt);
  const closed = await crypto.subtle.encrypt(parameters(iv, about), key, bytes);
  const sealed = new Uint8Array(SALT + IV + closed.byteLength);
  sealed.set(salt);
  sealed.set(iv, SALT);
  sealed.set(new Uint8Array(closed), SALT + IV);
  return sealed;
}

/**
 * Opens what `seal` closed.
 * @throws BenefitsError `benefits/share-passphrase`, `benefits/share-damaged`
 */
export async function unseal(
  sealed: Uint8Array<ArrayBuffer>,
  passphrase: string,
  about: string,
): Promise<Uint8Array<ArrayBuffer>> {
  if (sealed.length <= SALT + IV) throw damaged();
  const key = await keyFrom(passphrase, sealed.slice(0, SALT));
  try {
    const open = await crypto.subtle.decrypt(
      parameters(sealed.slice(SALT, SALT + IV), about),
      key,
      sealed.slice(SALT + IV),
    );
    return new Uint8Array(open);
  } catch {
    throw refused(true);
  }
}

function parameters(iv: Uint8Array<ArrayBuffer>, about: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(about) };
}

async function keyFrom(passphrase: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  // The same letters can be typed in several ways (Unicode Standard Annex 15).
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const secret = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}
