import type { AgeWindow, ListedProgramme } from '../../listing/model.ts';
import { type AgeLimit, agesOfLimits, agesOfWords } from './ages.ts';
import { type ListedPlace, placeOf } from './place-of.ts';
import type { Quality } from './quality.ts';
import { at, TextFields, textAt } from './text-fields.ts';

/** A programme with the municipality it is of; the sequence is given later, by comparing with the listing before. */
export interface ImportedProgramme {
  readonly place: ListedPlace;
  readonly programme: Omit<ListedProgramme, 'sequence'>;
}

/**
 * A record of the registry of childcare support services (子育て支援制度レジストリ) as a programme; nothing where it has no name,
 * no id or no municipality. What was changed and what could not be read is in the report.
 */
export function fromRegistry(
  record: unknown,
  number: number,
  quality: Quality,
): ImportedProgramme | undefined {
  const id = textAt(record, 'basicInformation', 'psid');
  const called = id ?? `#${number}`;
  const canonical = textAt(record, 'institutionName', 'canonicalName');
  const short = textAt(record, 'institutionName', 'shortName');
  const title = canonical ?? short;
  if (id === undefined) quality.trouble('no-id', called);
  if (title === undefined) quality.trouble('no-title', called);
  const place = placeOf(textAt(record, 'area', 'areaCode'), called, quality);
  if (id === undefined || title === undefined || place === undefined) return undefined;
  const fields = new TextFields(id, quality);
  const ages = agesOf(record, title, id, quality);
  const texts = textsOf(record, fields, short === title ? undefined : short);
  const more = withLinks(record, fields);
  const apply = spanOf(record, 'procedurePeriod', fields);
  const held = spanOf(record, 'implementationPeriod', fields);
  const contact = contactOf(record, fields);
  const tags = tagsOf(record, id, quality);
  const updated = fields.span('updateDate', textAt(record, 'updateDate'))?.from;
  if (apply?.to !== undefined) quality.deadlines++;
  if (contact !== undefined) quality.contacts++;
  return {
    place,
    programme: {
      id,
      title,
      ...texts,
      ...(ages && { ages }),
      ...(apply && { apply }),
      ...(held && { held }),
      ...(contact && { contact }),
      ...more,
      ...(tags.length > 0 && { tags }),
      ...(updated !== undefined && { updated }),
    },
  };
}

function textsOf(
  record: unknown,
  fields: TextFields,
  short: string | undefined,
): Partial<ListedProgramme> {
  const law = joined(
    textAt(record, 'regulation', 'regulationName'),
    textAt(record, 'regulation', 'regulationArticle'),
  );
  const documents = documentsOf(record, fields);
  return given({
    summary: fields.text(
      'summary',
      joined(short, textAt(record, 'summary'), textAt(record, 'description')),
    ),
    who: fields.text(
      'target',
      joined(textAt(record, 'target', 'targetPersons'), textAt(record, 'target', 'conditions')),
    ),
    what: fields.text(
      'support',
      joined(
        textAt(record, 'support', 'description'),
        textAt(record, 'support', 'monetarySupport'),
        textAt(record, 'support', 'materiallySupport'),
        textAt(record, 'cost'),
        textAt(record, 'costConditions'),
      ),
    ),
    how: fields.text(
      'procedureMethod',
      joined(textAt(record, 'utilization'), textAt(record, 'procedureMethod')),
    ),
    where: fields.text('procedureCounter', textAt(record, 'procedureCounter')),
    documents: documents.length > 0 ? documents : undefined,
    law: fields.text('regulation', law),
  });
}

function joined(...parts: (string | undefined)[]): string | undefined {
  const some = [...new Set(parts.filter((part) => part !== undefined))];
  return some.length === 0 ? undefined : some.join('\n');
}

/** One a line; what a record says beside its codes. */
function documentsOf(record: unknown, fields: TextFields): string[] {
  const texts = [
    textAt(record, 'procedureDocumentsCode', 'others'),
    textAt(record, 'belongings'),
  ].flatMap((text) => fields.text('belongings', text) ?? []);
  return [...new Set(texts.flatMap((text) => text.split('\n')))]
    .map((line) => line.replace(/^[・●○◯■*-]\s*/u, '').trim())
    .filter((line) => line !== '')
    .slice(0, 30);
}

function agesOf(
  record: unknown,
  title: string,
  id: string,
  quality: Quality,
): AgeWindow | undefined {
  const limit = (key: string): AgeLimit | undefined => {
    const [years, months] = ['targetAge', 'targetAgeOfMonths'].map((name) =>
      wholeOf(at(record, 'target', key, name)),
    );
    return {
      ...(years !== undefined && { years }),
      ...(months !== undefined && { months }),
    };
  };
  const [atLeast, over, below, atMost] = [
    'greaterThanOrEqualTo',
    'greaterThan',
    'lessThan',
    'lessThanOrEqualTo',
  ].map((key) => limit(key));
  const stated = agesOfLimits({
    ...(atLeast && { atLeast }),
    ...(over && { over }),
    ...(below && { below }),
    ...(atMost && { atMost }),
  });
  if (stated !== undefined) {
    quality.age('explicit');
    return stated;
  }
  const words = [
    textAt(record, 'target', 'targetPersons'),
    textAt(record, 'target', 'conditions'),
    title,
  ];
  const read = agesOfWords(words.filter((text) => text !== undefined).join('\n'));
  if (read === 'contradict') quality.trouble('ages-contradict', id, words[0]);
  const known = read === 'contradict' ? undefined : read;
  quality.age(known === undefined ? 'unknown' : 'inferred');
  return known;
}

function wholeOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 && number < 1300
    ? number
    : undefined;
}

function spanOf(record: unknown, key: string, fields: TextFields): ListedProgramme['apply'] {
  return fields.span(
    key,
    textAt(record, key, 'fromYMD'),
    textAt(record, key, 'toYMD'),
    textAt(record, key, 'conditions'),
  );
}

function contactOf(record: unknown, fields: TextFields): ListedProgramme['contact'] {
  const phone = textAt(record, 'contact', 'contactPhone');
  const contact = given({
    name: textAt(record, 'contact', 'contactName'),
    phone: phone?.normalize('NFKC'),
    email: textAt(record, 'contact', 'contactEmail'),
    url: fields.url('contactUrl', textAt(record, 'contact', 'contactUrl')),
    address: textAt(record, 'contact', 'contactAddress'),
  });
  return Object.keys(contact).length === 0 ? undefined : contact;
}

function withLinks(record: unknown, fields: TextFields): Partial<ListedProgramme> {
  for (const key of ['relatedLink', 'formLink'])
    for (const link of list(at(record, key))) {
      const url = fields.url(key, textAt(link, 'uri') ?? textAt(link));
      const title = textAt(link, 'title');
      if (url !== undefined) fields.links.push({ ...(title !== undefined && { title }), url });
    }
  const links = [...new Map(fields.links.map((link) => [link.url, link])).values()].slice(0, 20);
  return given({
    infoUrl: fields.url('localGovernmentLink', textAt(record, 'localGovernmentLink', 'uri')),
    links: links.length > 0 ? links : undefined,
  });
}

/** Codes are written `002，003`, `027 ` or `86` too. */
function tagsOf(record: unknown, id: string, quality: Quality): string[] {
  const tags = new Set<string>();
  for (const key of ['categoryCode', 'targetCode', 'contentsCode'])
    for (const raw of list(at(record, 'tag', key))) {
      if (typeof raw !== 'string') continue;
      const codes = raw
        .normalize('NFKC')
        .split(/[,、]/)
        .map((code) => code.trim())
        .filter((code) => code !== '')
        .map((code) => (/^\d{1,2}$/.test(code) ? code.padStart(3, '0') : code));
      for (const code of codes) tags.add(`${key.slice(0, -4)}:${code}`);
      const after = codes.join(',');
      if (after !== raw)
        quality.repair({ id, field: `tag.${key}`, kind: 'code', before: raw.slice(0, 120), after });
    }
  return [...tags].slice(0, 60);
}

function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

function given<T extends Record<string, unknown>>(
  parts: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
