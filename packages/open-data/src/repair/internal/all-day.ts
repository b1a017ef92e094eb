/** Words for opening hours from midnight to midnight. */
export const ALL_DAY: RegExp = /^(?:終日|24時間|２４時間|24h|24H|全日)$/u;
