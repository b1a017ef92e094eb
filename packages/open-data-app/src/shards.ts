import type { PackedRecord } from './document.ts';

/** Records of one file, where there are too many for one: a page of one record loads one of them, the list all. */
export interface Shard {
  /** 0-based place of each record in the order of the data. */
  readonly places: readonly number[];
  readonly records: readonly PackedRecord[];
}

/** About this many records are in a shard: some hundred kilobytes, a tenth of it compressed. */
const SHARD_RECORDS = 1000;

/** Splits records by their ids, so that an id alone tells in which shard its record is. */
export function shardsOf(records: readonly PackedRecord[]): Shard[] {
  const count = Math.ceil(records.length / SHARD_RECORDS);
  const shards = Array.from({ length: count }, () => ({
    places: [] as number[],
    records: [] as PackedRecord[],
  }));
  for (const [place, record] of records.entries()) {
    const shard = shards[shardIndex(record[0], count)];
    shard?.places.push(place);
    shard?.records.push(record);
  }
  return shards;
}

/** The records of shards, each where it was before they were split; of a part of them, the places between stay empty. */
export function joinShards(shards: readonly Shard[]): PackedRecord[] {
  const joined: PackedRecord[] = [];
  for (const { places, records } of shards)
    for (const [at, record] of records.entries()) joined[places[at] ?? at] = record;
  return joined;
}

/** 0-based shard of a record: FNV-1a over the UTF-16 units of its id. */
export function shardIndex(id: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % count;
}
