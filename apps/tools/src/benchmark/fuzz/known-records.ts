import type { Random } from '../../demo/random';
import type { Operation } from './document';

interface Listed {
  id?: unknown;
  version?: unknown;
}

/** Records that there are, so that not every request ends at a 404 or a stale version. */
export class KnownRecords {
  private readonly ids = new Map<string, string[]>();
  private readonly versions = new Map<string, number>();

  /** @param today the tracker's day, `YYYY-MM-DD` */
  constructor(readonly today: string) {}

  /**
   * Takes some records of every list there is.
   *
   * @param get how a list is asked for; null when there was no list
   */
  async lookAt(
    operations: readonly Operation[],
    get: (path: string) => Promise<unknown>,
  ): Promise<void> {
    const lists = operations.filter(({ method, path }) => method === 'GET' && !path.includes('{'));
    for (const { path, parameters } of lists) {
      if (!parameters.some(({ name }) => name === 'range')) continue;
      const rows = await get(`${path}?range=[0,99]`);
      if (Array.isArray(rows)) this.keep(path, rows as Listed[]);
    }
  }

  private keep(path: string, rows: readonly Listed[]): void {
    const ids: string[] = [];
    for (const { id, version } of rows) {
      if (typeof id !== 'string') continue;
      ids.push(id);
      if (typeof version === 'number') this.versions.set(id, version);
    }
    this.ids.set(path, ids);
  }

  /** The id of a record of the list that an address such as `/api/schools/{id}` belongs to. */
  idAt(path: string, random: Random): string | undefined {
    const [list = '', parameter = 'id'] = path.split(/\/?[{}]/);
    return this.some(list, random) ?? this.idFor(parameter, random);
  }

  /** The id of a record that a field such as `schoolId` may mean. */
  idFor(name: string, random: Random): string | undefined {
    const list = LISTS.find(([pattern]) => pattern.test(name))?.[1];
    const known = [...this.ids.values()].filter(({ length }) => length > 0);
    return list === undefined
      ? known.length === 0
        ? undefined
        : random.pick(random.pick(known))
      : this.some(`/api/${list}`, random);
  }

  versionOf(id: string | undefined): number | undefined {
    return id === undefined ? undefined : this.versions.get(id);
  }

  private some(list: string, random: Random): string | undefined {
    const ids = this.ids.get(list);
    return ids?.length ? random.pick(ids) : undefined;
  }
}

const LISTS: readonly [RegExp, string][] = [
  [/^schoolIds?$/, 'schools'],
  [/^regionIds?$/, 'regions'],
  [/^visitIds?$/, 'visits'],
  [/^(visitor|owner|leadUser|user|loggedBy)Ids?$/, 'users'],
];
