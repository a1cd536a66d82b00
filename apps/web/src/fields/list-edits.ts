/** One entry of a list changed. */
export function replaced<T>(list: readonly T[], index: number, what: Partial<T>): T[] {
  return list.map((entry, i) => (i === index ? { ...entry, ...what } : entry));
}

export const without = <T>(list: readonly T[], index: number): T[] =>
  list.filter((_, i) => i !== index);
