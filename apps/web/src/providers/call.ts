import type {
  AddressOf,
  AnswerOf,
  AskOf,
  FileRoute,
  PagedRoute,
  RouteKey,
} from '@tracker/contract';
import { type Request, request, requestFile } from './http';
import { type Given, pathOf } from './route-path';

type How = Pick<Request, 'signal' | 'idempotencyKey' | 'limitMs'>;
type Answered = Exclude<RouteKey, FileRoute>;

async function answerOf<R extends Answered>(route: R, asked: unknown) {
  const { body, signal, idempotencyKey, limitMs, ...address } = (asked ?? {}) as How & {
    body?: unknown;
  };
  return request<AnswerOf<R>>(pathOf(route, ...([address] as unknown as Given<AddressOf<R>>)), {
    method: route.slice(0, route.indexOf(' ')),
    body: body === undefined || body instanceof FormData ? body : JSON.stringify(body),
    ...{ signal, idempotencyKey, limitMs },
  });
}

/** Calls a route with the parameters of its path, its query and its body; fails as `request` does. */
export async function call<R extends Answered>(
  route: R,
  ...[asked]: Given<AskOf<R> & How>
): Promise<AnswerOf<R>> {
  return (await answerOf(route, asked)).json;
}

export interface Page<Row> {
  rows: Row[];
  /** Of the whole list. */
  total: number;
}

type RowOf<R extends PagedRoute> = AnswerOf<R> extends (infer Row)[] ? Row : never;

/** A page of a list, and how many rows it is a page of. */
export async function callForPage<R extends PagedRoute>(
  route: R,
  ...[asked]: Given<AskOf<R> & How>
): Promise<Page<RowOf<R>>> {
  const { json, headers } = await answerOf(route, asked);
  return {
    rows: json as RowOf<R>[],
    total: Number(headers.get('Content-Range')?.split('/').pop() ?? 0),
  };
}

/** A file of the API's; one that breaks off on its way fails. */
export async function callForFile<R extends FileRoute>(
  route: R,
  ...[asked]: Given<AddressOf<R> & { signal?: AbortSignal }>
): Promise<Blob> {
  const { signal, ...address } = (asked ?? {}) as { signal?: AbortSignal };
  return requestFile(pathOf(route, ...([address] as unknown as Given<AddressOf<R>>)), signal);
}
