import { EXPORT_COLUMNS, type ExportedList, type ExportFormat } from '@tracker/contract';
import { callForFile } from '../providers/call';
import { today } from '../providers/today';

export interface ExportAsked {
  list: ExportedList;
  format: ExportFormat;
  filter: Record<string, unknown>;
  sort?: { field: string; order: string };
  /** In their order; all that there are, if none are named. */
  columns?: readonly string[];
}

/**
 * Has the server write the list and hands the browser the file. One that breaks off on its way is
 * not handed over, and whose session is over signs in again and gets it then.
 *
 * @throws HttpError with a sentence for people
 */
export async function saveExport(
  { list, format, filter, sort, columns }: ExportAsked,
  signal?: AbortSignal,
) {
  const query = {
    ...{ format, filter, columns: columns ?? EXPORT_COLUMNS[list] },
    ...(sort && { sort: [sort.field, sort.order] as never }),
  };
  const file = await callForFile(`GET /api/${list}/export`, { query, signal });
  saveFile(`${list}-${today()}.${format}`, file);
}

/** Hands the browser a file to keep. */
export function saveFile(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
