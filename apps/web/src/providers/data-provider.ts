import simpleRestProvider from 'ra-data-simple-rest';
import type { DataProvider, SortPayload, UpdateParams } from 'react-admin';
import { callForPage } from './call';
import { request } from './http';
import { visitFilterOf } from './visit-times';
import { droppedOf, type Writable, writableOf } from './writable';

const API = '/api';

const rest = simpleRestProvider(API, (url, options) =>
  request(url, options).then((answer) => ({ ...answer, json: answer.json })),
);

const updateOf =
  (writable: Writable): DataProvider['update'] =>
  async (resource, params: UpdateParams) => {
    const version: unknown = params.data.version ?? params.previousData?.version;
    const fields = writableOf(writable[resource], params.data);
    if (import.meta.env.DEV) {
      const dropped = droppedOf(writable[resource], params.data, params.previousData);
      if (dropped.length > 0) throw new Error(`Not sent of ${resource}: ${dropped.join(', ')}`);
    }
    const { json } = await request<never>(
      `${API}/${resource}/${encodeURIComponent(String(params.id))}`,
      {
        method: 'PUT',
        body: JSON.stringify({ ...fields, version }),
      },
    );
    return { data: json };
  };

/** `meta.idempotencyKey` makes a create that is sent again after a lost answer happen once. */
const create: DataProvider['create'] = async (resource, { data, meta }) => {
  const { json } = await request<never>(`${API}/${resource}`, {
    method: 'POST',
    body: JSON.stringify(data),
    idempotencyKey: meta?.idempotencyKey,
  });
  return { data: json };
};

type Filter = Record<string, unknown>;

/** A list's filter as the API takes it: visits stand to today as the screen says, asked for in days. */
export function filterAsked(resource: string, filter: Filter): Filter {
  if (resource === 'visits') return { ...visitFilterOf(filter) } as Filter;
  if (resource !== 'follow-up-actions') return filter;
  // List or board stands in the address beside the filters and is nobody's business but the screen's.
  const asked = { ...filter };
  delete asked.view;
  return asked;
}

/**
 * The order to ask for. A search for schools comes best match first, as the server orders it,
 * unless another order than the list's own was asked for.
 */
export function sortAsked(resource: string, filter: Filter, sort?: SortPayload) {
  const byName = !sort || (sort.field === 'name' && sort.order === 'ASC');
  return resource === 'schools' && filter['q'] && byName ? undefined : sort;
}

const getList: DataProvider['getList'] = async (resource, params) => {
  const filter = filterAsked(resource, params.filter ?? {});
  if (!params.sort || sortAsked(resource, filter, params.sort)) {
    return rest.getList(resource, { ...params, filter });
  }
  const { page, perPage } = params.pagination ?? { page: 1, perPage: 25 };
  const { rows, total } = await callForPage('GET /api/schools', {
    query: { filter, range: [(page - 1) * perPage, page * perPage - 1] },
    signal: params.signal,
  });
  return { data: rows as never[], total };
};

/** So many ids keep an address short enough for any proxy on the way. */
const IDS_AT_ONCE = 100;

/** All of them, however many: in parts, one after the other. */
const getMany: DataProvider['getMany'] = async (resource, params) => {
  const ids = [...new Set(params.ids)];
  const data: never[] = [];
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    const part = ids.slice(from, from + IDS_AT_ONCE);
    const answer = await rest.getMany(resource, { ...params, ids: part });
    data.push(...(answer.data as never[]));
  }
  return { data };
};

/** With `meta.version`, what was changed since it was looked at is not removed: status 409. */
const remove: DataProvider['delete'] = async (resource, { id, previousData, meta }) => {
  const seen = meta?.version === undefined ? '' : `?version=${Number(meta.version)}`;
  const url = `${API}/${resource}/${encodeURIComponent(String(id))}${seen}`;
  await request(url, { method: 'DELETE' });
  return { data: previousData ?? { id } } as never;
};

export const createDataProvider = (writable: Writable): DataProvider => ({
  ...rest,
  supportAbortSignal: true,
  getList,
  getMany,
  create,
  update: updateOf(writable),
  delete: remove,
});
