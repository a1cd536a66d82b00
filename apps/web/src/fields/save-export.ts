import { EXPORT_COLUMNS, type ExportedList, type ExportFormat } from '@tracker/contract';
import { HttpError } from 'react-admin';
import { API } from '../providers/data-provider';
import { problemSentence, readProblem } from '../providers/problems';
import { today } from '../providers/today';

export interface ExportAsked {
  list: ExportedList;
  format: ExportFormat;
  filter: Record<string, unknown>;
  sort?: { field: string; order: string };
  /** Columns that are not wanted. */
  without?: readonly string[];
}

/**
 * Has the server write the list and hands the browser the file. One that breaks off on its way is
 * not handed over.
 *
 * @throws HttpError with a sentence for people
 */
export async function saveExport({ list, format, filter, sort, without = [] }: ExportAsked) {
  const query = new URLSearchParams({ format, filter: JSON.stringify(filter) });
  if (sort) query.set('sort', JSON.stringify([sort.field, sort.order]));
  const columns = EXPORT_COLUMNS[list].filter((name) => !without.includes(name));
  query.set('columns', JSON.stringify(columns));
  let answer: Response;
  let file: Blob;
  try {
    answer = await fetch(`${API}/${list}/export?${query}`, { credentials: 'same-origin' });
    file = await answer.blob();
  } catch {
    throw new HttpError('The file did not arrive whole. Nothing was saved; please try again.', 0);
  }
  if (!answer.ok) {
    throw new HttpError(
      problemSentence(answer.status, readProblem(await file.text())),
      answer.status,
    );
  }
  saveFile(`${list}-${today()}.${format}`, file);
}

function saveFile(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
