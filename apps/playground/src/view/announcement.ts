import type { Context } from './context.ts';

/** What is said aloud when something is finished. */
export function announcement({ state, words }: Context): string {
  const { said, items } = state;
  if (said === undefined) return '';
  if (said.kind === 'made') return words.made(said.name);
  if (said.kind === 'removed') return words.saidRemoved;
  if (said.kind === 'failed') return words.failed;
  const item = items.find(({ id }) => id === said.id);
  if (item === undefined) return '';
  if (said.kind === 'making') return words.making(item.name);
  const { name, status } = item;
  if (status.kind === 'refused') return words.saidRefused(name);
  if (status.kind !== 'done') return '';
  const { errors, warnings, changes } = status.summary;
  return words.saidExamined(name, errors, warnings, changes);
}
