/** "Schools" behind a share: `7 in 10 schools`, and of a few `3 of 8 schools`. */
const FEW = 10;

/**
 * A share in words that are read at once: `7 in 10 schools`, `half of the schools`, `all 31 schools`,
 * `none of the 31 schools`; of fewer than ten schools their number, for tenths of them mislead.
 *
 * @param count at most `total`, which is at least 1
 */
export function inTen(count: number, total: number): string {
  if (count === 0) return `none of the ${figure(total)} schools`;
  if (count === total) return total === 1 ? 'the one school' : `all ${figure(total)} schools`;
  if (total < FEW) return `${count} of ${total} schools`;
  const tenths = Math.round((count / total) * 10);
  if (tenths === 0) return 'fewer than 1 in 10 schools';
  if (tenths === 5) return 'half of the schools';
  return tenths === 10 ? 'nearly all schools' : `${tenths} in 10 schools`;
}

const figure = (count: number) => count.toLocaleString('en-GB');
