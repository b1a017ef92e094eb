import type { DatasetId } from '@yokoten/standard/datasets';
import { fault, YokotenError } from './fault.ts';
import { nearest } from '@yokoten/standard/nearest';

/**
 * The dataset a person typed: its id, its number (`03`) or its Japanese title.
 *
 * @throws YokotenError `yokoten/unknown-dataset`
 */
export async function findDataset(asked: string): Promise<DatasetId> {
  const { datasets } = await import('@yokoten/standard/datasets');
  const names = (one: (typeof datasets)[number]): string[] => [one.id, one.number, one.title.ja];
  const found = datasets.find((one) => names(one).includes(asked.trim()));
  if (found !== undefined) return found.id;
  const guess = nearest(asked, datasets.flatMap(names));
  const all = datasets.map(({ id, title }) => `${id} (${title.ja})`).join(', ');
  throw new YokotenError(
    fault(
      'yokoten/unknown-dataset',
      `データセット「${asked}」はありません。${guess === undefined ? `次から選んでください。\n${all}` : `「${guess}」ではありませんか。`}`,
      `There is no dataset "${asked}". ${guess === undefined ? `Choose one of ${all}.` : `Did you mean "${guess}"?`}`,
    ),
  );
}
