import { type ConfigPath, type ConfigReader, isRecord } from './config-reader.ts';
import type { Contact, Credit } from './credit.ts';

const CREDIT_KEYS = ['source', 'url', 'licence', 'licenceUrl', 'date', 'processed'];
/** A year, a month or a day. */
const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** Who made the data and under which terms. A licence that is left out is one the source does not state. */
export function readCredit(
  reader: ConfigReader,
  value: unknown,
  path: ConfigPath,
): Credit | undefined {
  if (value === undefined) return undefined;
  const entry = reader.record(value, path, CREDIT_KEYS);
  const at = (key: string): ConfigPath => [...path, key];
  const source = reader.localized(entry['source'], at('source'));
  const url = reader.link(entry['url'], at('url'));
  const licence =
    entry['licence'] === null ? null : reader.text(entry['licence'], at('licence'), 'CC-BY-4.0');
  const licenceUrl = reader.link(entry['licenceUrl'], at('licenceUrl'));
  const date = reader.formed(entry['date'], at('date'), DATE, '2026-11-22');
  const processed = reader.localized(entry['processed'], at('processed'));
  if (source === undefined) {
    if (entry['source'] === undefined) reader.refuse(value, path, '{ "source": { "ja": "○○市" } }');
    return undefined;
  }
  return {
    source,
    ...(url && { url }),
    licence: licence ?? null,
    ...(licenceUrl && { licenceUrl }),
    ...(date && { date }),
    ...(processed && { processed }),
  };
}

/** Reads a list of contacts. */
export function readContacts(
  reader: ConfigReader,
  value: unknown,
  path: ConfigPath,
): readonly Contact[] {
  const example = '{ "label": "…", "value": "042-000-0000", "url": "tel:0420000000" }';
  return reader.list(value, path, `[${example}]`).flatMap((item, index) => {
    const at = [...path, index];
    if (!isRecord(item)) {
      reader.refuse(item, at, example);
      return [];
    }
    const entry = reader.record(item, at, ['label', 'value', 'url']);
    const label = reader.localized(entry['label'], [...at, 'label']);
    const text = reader.text(entry['value'], [...at, 'value'], '042-000-0000');
    const url = reader.link(
      entry['url'],
      [...at, 'url'],
      /^(https:\/\/|tel:|mailto:)/i,
      'tel:0420000000',
    );
    if (label !== undefined && text !== undefined)
      return [{ label, value: text, ...(url && { url }) }];
    if (entry['label'] === undefined || entry['value'] === undefined) {
      reader.refuse(item, at, example);
    }
    return [];
  });
}
