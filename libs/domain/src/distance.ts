const KM_PER_MILE = 1.609344;

/** `0.2 miles`, as the crow flies; `under 0.1 miles` for next door. */
export function milesInWords(km: number): string {
  const miles = km / KM_PER_MILE;
  if (miles < 0.1) return 'under 0.1 miles';
  const rounded = miles.toFixed(1);
  return rounded === '1.0' ? '1 mile' : `${rounded} miles`;
}
