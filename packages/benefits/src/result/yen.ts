/** Yen have no parts; what rules leave behind the point is not paid. A figure that only single precision took below counts. */
export function wholeYen(amount: number): number {
  return Number.isFinite(amount) ? Math.floor(amount + 1e-3) : amount;
}
