/**
 * Headers of dataset 03 that say for which kinds of disaster a 指定緊急避難場所 is designated, in the standard's order:
 * flood, landslide, storm surge, earthquake, tsunami, large fire, inland flood, volcano. `1` is designated; what
 * blank means the source must say. Source: 災害対策基本法施行令 第20条の4 names the kinds.
 */
export const evacuationHazardColumns = [
  '災害種別_洪水',
  '災害種別_崖崩れ、土石流及び地滑り',
  '災害種別_高潮',
  '災害種別_地震',
  '災害種別_津波',
  '災害種別_大規模な火事',
  '災害種別_内水氾濫',
  '災害種別_火山現象',
] as const;
