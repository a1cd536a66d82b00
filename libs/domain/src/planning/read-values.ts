import { isDay, type Day } from '../day';

/** A file that is none of what was asked for; the message names the field: `visitors[2].perDay: …`. */
export class UnreadablePlanFile extends Error {
  constructor(
    readonly field: string,
    readonly reason: string,
  ) {
    super(`${field}: ${reason}`);
  }
}

/** Reads one value; `path` is its field's name. @throws UnreadablePlanFile */
export type Reader<T> = (value: unknown, path: string) => T;

const fail = (path: string, reason: string): never => {
  throw new UnreadablePlanFile(path, reason);
};

export const text: Reader<string> = (value, path) =>
  typeof value === 'string' ? value : fail(path, 'It must be a text.');

export const day: Reader<Day> = (value, path) =>
  isDay(value) ? value : fail(path, 'It must be a day written YYYY-MM-DD.');

export const number =
  (least: number, most: number): Reader<number> =>
  (value, path) =>
    typeof value === 'number' && value >= least && value <= most
      ? value
      : fail(path, `It must be a number from ${least} to ${most}.`);

export const whole =
  (least: number, most: number): Reader<number> =>
  (value, path) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most
      ? (value as number)
      : fail(path, `It must be a whole number from ${least} to ${most}.`);

export const oneOf =
  <T extends string | number>(values: readonly T[]): Reader<T> =>
  (value, path) =>
    values.find((one) => one === value) ?? fail(path, `It must be one of ${values.join(', ')}.`);

export const orNull =
  <T>(read: Reader<T>): Reader<T | null> =>
  (value, path) =>
    value === null ? null : read(value, path);

/** Missing is null too. */
export const optional =
  <T>(read: Reader<T>): Reader<T | null> =>
  (value, path) =>
    value === undefined || value === null ? null : read(value, path);

export const list =
  <T>(read: Reader<T>, most = 20_000): Reader<T[]> =>
  (value, path) => {
    if (!Array.isArray(value)) return fail(path, 'It must be a list.');
    if (value.length > most)
      return fail(path, `It has ${value.length} entries, more than ${most}.`);
    return value.map((one, i) => read(one, `${path}[${i}]`));
  };

/** The fields that are named; others are passed by. */
export const record =
  <T extends object>(fields: { [K in keyof T]-?: Reader<T[K]> }): Reader<T> =>
  (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return fail(path || 'the file', 'It must be an object.');
    }
    const given = value as Record<string, unknown>;
    const read = Object.entries<Reader<unknown>>(fields).map(([name, readField]) => {
      const at = path === '' ? name : `${path}.${name}`;
      if (given[name] === undefined && !isOptional(readField)) fail(at, 'It is missing.');
      return [name, readField(given[name], at)];
    });
    return Object.fromEntries(read) as T;
  };

/** Whether a reader takes what is not there. */
function isOptional(read: Reader<unknown>): boolean {
  try {
    read(undefined, '');
    return true;
  } catch {
    return false;
  }
}

/** A list whose entries' keys differ. */
export const unique =
  <T>(read: Reader<T[]>, name: string, keyOf: (one: T) => string | number): Reader<T[]> =>
  (value, path) => {
    const entries = read(value, path);
    const seen = new Set<string | number>();
    entries.forEach((one, i) => {
      const key = keyOf(one);
      if (seen.has(key)) fail(`${path}[${i}].${name}`, `“${key}” is there twice.`);
      seen.add(key);
    });
    return entries;
  };

/** A range that does not end before it begins. */
export const range =
  <T extends { from: Day; to: Day }>(read: Reader<T>): Reader<T> =>
  (value, path) => {
    const found = read(value, path);
    if (found.to < found.from) fail(`${path}.to`, 'It lies before the day it begins.');
    return found;
  };
