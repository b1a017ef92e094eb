import { plainKind, type CellKind } from '../kind.ts';

const ADDRESS =
  /^(?:mailto:|e-?mail[:：]?|メール[:：]?)?\s?<?\s?([A-Za-z0-9._%+-]{1,64})\s?@\s?([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8})\s?>?$/iu;
const DISGUISED = /(?:[([（【]\s?(?:at|アット|@)\s?[)\]）】]|★|_at_|アットマーク)/iu;

/**
 * A mail address with `mailto:`, brackets or blanks around `@`. One that was disguised against unwanted mail (`(at)`, ★) was
 * so on purpose, and several in one cell are more than one value: both are flagged.
 */
export const emailFormat: CellKind = plainKind('open-data/email-format', (text) => {
  if (text.length > 300) return undefined;
  const [, user, host] = ADDRESS.exec(text) ?? [];
  if (user !== undefined && host !== undefined)
    return { after: `${user}@${host}`, confidence: 0.95 };
  const several = text.split('@').length > 2;
  return several || DISGUISED.test(text) ? { doubt: 'open-data/email-format' } : undefined;
});
