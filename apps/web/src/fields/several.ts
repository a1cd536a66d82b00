// A select shows one text; a filter that holds several values is shown as one choice of them all.

/** The values as one choice's id. */
export const joined = (value: unknown) =>
  Array.isArray(value) ? value.join(',') : ((value as string | undefined) ?? '');

/** The choice's id as the filter's value: several values, or the one. */
export const split = (value: string) => (value.includes(',') ? value.split(',') : value);
