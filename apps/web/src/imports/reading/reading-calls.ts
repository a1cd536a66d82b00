import type {
  Import,
  ImportRow,
  ImportRowFilter,
  RowDecision,
  VisitReading,
  VisitReadingOptions,
} from '@tracker/contract';
import { call } from '../../providers/http';

const at = (id: string) => `/api/imports/${encodeURIComponent(id)}`;
const post = async <T>(path: string, body: unknown): Promise<T> =>
  (await call<T>(path, { method: 'POST', body: JSON.stringify(body) })).json;

export const getReading = async (id: string, signal?: AbortSignal) =>
  (await call<VisitReading>(`${at(id)}/reading`, { signal })).json;

export const checkAgain = (id: string, options: VisitReadingOptions) =>
  post<Import>(`${at(id)}/check`, options);

export interface RowsPage {
  rows: ImportRow[];
  total: number;
}

export const ROWS_A_PAGE = 25;

/** @param page 0 the first */
export async function getRows(
  id: string,
  filter: ImportRowFilter,
  page: number,
  signal?: AbortSignal,
): Promise<RowsPage> {
  const query = new URLSearchParams({
    filter: JSON.stringify(filter),
    range: JSON.stringify([page * ROWS_A_PAGE, (page + 1) * ROWS_A_PAGE - 1]),
    sort: JSON.stringify(['position', 'ASC']),
  });
  const { json, headers } = await call<ImportRow[]>(`${at(id)}/rows?${query}`, { signal });
  return { rows: json, total: Number(headers.get('Content-Range')?.split('/')[1] ?? json.length) };
}

export const decideRow = (id: string, rowId: string, decision: RowDecision) =>
  post<ImportRow>(`${at(id)}/rows/${encodeURIComponent(rowId)}/decide`, decision);

export const nameVisitor = (id: string, name: string, userId: string | null) =>
  post<VisitReading>(`${at(id)}/visitors`, { name, userId });

export const runImport = (id: string) => post<Import>(`${at(id)}/run`, {});

/** Everything that is known of one import's reading. */
export const readingKey = (id: string) => ['imports', id, 'reading'] as const;
export const rowsKey = (id: string) => ['imports', id, 'rows'] as const;
