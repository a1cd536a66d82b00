/**
 * Rounded to one decimal, halves away from zero as people and PostgreSQL's numeric round them:
 * 6.15 is 6.2, though its nearest float lies a hair below the half. Works for 0 and above.
 */
export function oneDecimal(value: number): number {
  return Math.floor(value * 10 + 0.5 + 1e-9) / 10;
}
