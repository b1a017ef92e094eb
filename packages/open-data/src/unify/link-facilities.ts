import type { Companion } from '@yokoten/standard/datasets';
import { finding } from '../internal/finding.ts';
import { recognise } from '../recognise.ts';
import { joinFacilities, refersToFacilities } from './join-facilities.ts';
import type { Accepted, Refused, UsedFacilities } from './read-source.ts';

/** A part and its place in the ledger. */
export interface Placed<Part> {
  readonly place: number;
  readonly part: Part;
}

/** Whether a part has to wait for the other file of the データモデル型, which may come later. */
export function waitsForFacilities(
  part: Accepted | Refused,
  companion: Companion,
): part is Accepted {
  if ('finding' in part) return false;
  const { table, mapping } = part;
  if (mapping.facilities === true) return true;
  return mapping.dataset !== undefined && refersToFacilities(table, companion);
}

/** Joins the main files with the facility file of their municipality, once all files are there. */
export async function linkFacilities(
  waiting: readonly Placed<Accepted>[],
  companion: Companion,
): Promise<Placed<Accepted | UsedFacilities>[]> {
  const facilities = waiting.filter(({ part }) => part.mapping.facilities === true);
  const used = new Map(facilities.map(({ place }) => [place, new Set<number>()]));
  const linked: Placed<Accepted | UsedFacilities>[] = [];
  for (const { place, part } of waiting) {
    if (used.has(place)) continue;
    const beside = facilities.find((other) => ownerOf(other.part) === ownerOf(part));
    if (beside === undefined) {
      linked.push({ place, part: withoutFacilities(part, companion) });
      continue;
    }
    const joined = joinFacilities(part.table, beside.part.table, companion);
    for (const row of joined.used) used.get(beside.place)?.add(row);
    const mapping = await recognise(joined.table, { as: part.mapping.dataset });
    const { generation, confidence } = part.mapping;
    const same = { ...mapping, generation, confidence };
    linked.push({
      place,
      part: {
        ...part,
        table: joined.table,
        mapping: same,
        findings: [...part.findings, ...joined.findings],
      },
    });
  }
  for (const { place, part } of facilities) {
    linked.push({ place, part: { ...part, used: used.get(place) ?? new Set() } });
  }
  return linked;
}

/** Columns of a row say where it is, so a main file with positions of its own lacks nothing. */
function withoutFacilities(part: Accepted, { fileEnding }: Companion): Accepted {
  const { source, mapping } = part;
  if (mapping.columns.some(({ standard }) => standard === '所在地_連結表記')) return part;
  const detail = { expected: `${ownerOf(part) || 'CODE'}${fileEnding}` };
  const missing = finding(
    'open-data/split-layout-missing-facility',
    'warning',
    source.file,
    detail,
  );
  return { ...part, findings: [...part.findings, missing] };
}

/** The municipality a file belongs to: as its source says, else the six digits its name begins with. */
function ownerOf({ source }: Accepted): string {
  return source.municipality?.code ?? /(?:^|\/)(\d{6})_[^/]*$/u.exec(source.file)?.[1] ?? '';
}
