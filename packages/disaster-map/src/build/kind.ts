import type { DatasetId } from '@yokoten/open-data';
import type { LayerKind } from '../document.ts';

/** What a layer's places are taken for, and whether anything speaks against it. */
export interface KindFinding {
  readonly kind: LayerKind;
  /** `unclear`: the words do not settle it. `conflict`: the config says what the file cannot be. */
  readonly doubt?: 'unclear' | 'conflict';
}

type Evidence = 'emergency-site' | 'shelter' | 'unclear';

/** 一時避難所 and its like are often 避難場所 in law, so they prove nothing. */
const SHELTER = /(?<!一時|いっとき|緊急|広域|津波)避難所/u;

/**
 * Settles whether places are 指定緊急避難場所 (災害対策基本法 第49条の4), 指定避難所 (第49条の7) or neither. The config decides,
 * but cannot turn one into the other; then the dataset; then the words of the file's name and its 種別 column,
 * where they all say the same.
 */
export function findKind(
  dataset: DatasetId | undefined,
  texts: readonly string[],
  config: LayerKind | undefined,
): KindFinding {
  const said = new Set(texts.map(evidence).filter((one) => one !== undefined));
  const isSite = dataset === 'evacuation-space' || isOnly(said, 'emergency-site');
  const isShelter = dataset !== 'evacuation-space' && isOnly(said, 'shelter');
  if (config !== undefined) {
    const turned =
      (config === 'shelter' && isSite) ||
      (config === 'emergency-site' &&
        isShelter &&
        texts.some((text) => text.includes('指定避難所')));
    return { kind: config, ...(turned && { doubt: 'conflict' as const }) };
  }
  if (isSite && !said.has('shelter')) return { kind: 'emergency-site' };
  if (isShelter) return { kind: 'shelter' };
  return { kind: 'facility', ...(said.size > 0 && { doubt: 'unclear' as const }) };
}

function evidence(text: string): Evidence | undefined {
  const isSite = text.includes('指定緊急避難場所');
  const isShelter = SHELTER.test(text);
  if (isSite && isShelter) return 'unclear';
  if (isSite) return 'emergency-site';
  if (isShelter && !text.includes('避難場所')) return 'shelter';
  return /避難(場)?所/u.test(text) ? 'unclear' : undefined;
}

function isOnly(said: ReadonlySet<Evidence>, one: Evidence): boolean {
  return said.size === 1 && said.has(one);
}
