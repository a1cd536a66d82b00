import type { AddressOf, RouteKey } from '@tracker/contract';

/** An argument that may be left out where nothing in it is needed. */
export type Given<Asked> = object extends Asked ? [asked?: Asked] : [asked: Asked];

/** A value as the API reads it from an address; null where nothing is said. */
function textOf(value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number);
}

/** The address of a route. Filter, range and sort are written as JSON; what is empty is left out. */
export function pathOf<R extends RouteKey>(route: R, ...[asked]: Given<AddressOf<R>>): string {
  const { query, ...parameters } = (asked ?? {}) as { query?: object } & Record<string, string>;
  const path = route
    .slice(route.indexOf(' ') + 1)
    .replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parameters[name] ?? ''));
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    const text = textOf(value);
    if (text !== null) given.set(name, text);
  }
  return given.size > 0 ? `${path}?${given}` : path;
}
