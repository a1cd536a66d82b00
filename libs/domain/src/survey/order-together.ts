/**
 * The order of two people's lists, by key: who moved something has their way, this person where both
 * did. What only one of them added follows what it stood behind; what either took out is gone.
 */
export function orderTogether(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): string[] {
  const moved = isMoved(base, mine);
  const [first, second] = moved ? [mine, theirs] : [theirs, mine];
  const gone = new Set(base.filter((key) => !mine.includes(key) || !theirs.includes(key)));
  const together = [...first];
  second.forEach((key, index) => {
    if (together.includes(key)) return;
    const before = second.slice(0, index).findLast((other) => together.includes(other));
    together.splice(before === undefined ? 0 : together.indexOf(before) + 1, 0, key);
  });
  return together.filter((key) => !gone.has(key));
}

/** Whether what is in both stands in another order. */
function isMoved(base: readonly string[], other: readonly string[]): boolean {
  const left = base.filter((key) => other.includes(key));
  const kept = other.filter((key) => base.includes(key));
  return left.some((key, index) => kept[index] !== key);
}
