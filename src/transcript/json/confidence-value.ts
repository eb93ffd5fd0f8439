/**
 * Reads how sure an engine is: 0–1, a number or digits in a string; percents are scaled. What sums to a
 * little more than one by rounding counts as one.
 *
 * @returns 0–1, or null where it does not say
 */
export function confidenceIn(value: unknown): number | null {
  const digits = typeof value === 'string' && /^\s*\d+(?:\.\d+)?\s*$/.test(value);
  const sure = typeof value === 'number' || digits ? Number(value) : Number.NaN;
  if (!(sure >= 0 && sure <= 100)) return null;
  if (sure <= 1) return sure;
  return sure <= 1.01 ? 1 : sure / 100;
}
