/**
 * What a spreadsheet may run when it opens a CSV: a cell that begins with one of these, full-width forms included, and
 * goes on with more than digits, punctuation or blanks. A phone number, a minus sign or a dash stays as it is.
 * The apostrophe is part of it, so that a cell which began with one comes back with it.
 */
const START = /^'*[=+\-@\t\r\n\0＝＋－＠]/u;
const MORE = /[^\p{P}\p{Nd}\s]/u;

/** Stands before a guarded cell. Excel and LibreOffice show it and run nothing. */
export const FORMULA_GUARD = "'";

/** Whether a spreadsheet could take the cell for a formula, or whether a guard before it would be taken for ours. */
export function isFormulaLike(value: string): boolean {
  const start = START.exec(value);
  return start !== null && MORE.test(value.slice(start[0].length));
}

/** The cell as a CSV may safely hold it: with {@link FORMULA_GUARD} in front where it needs one, else unchanged. */
export function guardFormula(value: string): string {
  return isFormulaLike(value) ? FORMULA_GUARD + value : value;
}

/** Takes away exactly what {@link guardFormula} put there; any other cell is returned as it is. */
export function unguardFormula(value: string): string {
  return value.startsWith(FORMULA_GUARD) && isFormulaLike(value) ? value.slice(1) : value;
}
