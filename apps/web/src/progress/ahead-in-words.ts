/** In a table: `8 behind`, `on pace`. */
export function aheadInWords(ahead: number): string {
  if (ahead === 0) return 'on pace';
  return ahead > 0 ? `${ahead} ahead` : `${-ahead} behind`;
}
