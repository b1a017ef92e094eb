import { expect, test } from 'vitest';
import type { Contact } from '../model/programme.ts';
import { contactsFor } from './contact-view.ts';

const everywhere: Contact = { name: { ja: '国の窓口' } };
const here: Contact = { name: { ja: 'ここの窓口' }, municipality: '132012' };
const there: Contact = { name: { ja: 'よその窓口' }, municipality: '182079' };
const own: Contact = { name: { ja: '総合案内' } };
const names = (contacts: readonly Contact[]): string[] => contacts.map(({ name }) => name.ja);
const programme = {
  id: 'a',
  output: 'a',
  money: 'monthly',
  sources: [],
  contacts: [everywhere, there, here],
} as const;

test('a municipality sees its own counters first, then those for everybody, and no other one’s', () => {
  expect(names(contactsFor(programme, { contacts: [own], municipality: '132012' }))).toEqual([
    'ここの窓口',
    '総合案内',
    '国の窓口',
  ]);
});

test('without a municipality all are shown', () => {
  expect(contactsFor(programme, { contacts: [], municipality: undefined })).toHaveLength(3);
});
