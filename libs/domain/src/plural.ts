/**
 * A count with its noun: `1 school`, `14 schools`, `1,204 schools`.
 * `many` is only needed where the plural is not the singular with an s.
 */
export function plural(count: number, one: string, many = `${one}s`): string {
  const figure = Math.abs(count) >= 1000 ? count.toLocaleString('en-GB') : String(count);
  return `${figure} ${Math.abs(count) === 1 ? one : many}`;
}
