/** Whole years between two days, `YYYY-MM-DD`, by birthdays. (Japan's law counts a day earlier; the rules decide, not this.) */
export function yearsBetween(birth: string, date: string): number {
  const years = Number(date.slice(0, 4)) - Number(birth.slice(0, 4));
  return date.slice(5) < birth.slice(5) ? years - 1 : years;
}
