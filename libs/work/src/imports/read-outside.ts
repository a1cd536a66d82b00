import type { ImportKind } from '@tracker/domain';
import {
  UnreadableFileError,
  askOutside,
  FOR_A_PREVIEW,
  IN_THE_BACKGROUND,
  outsideTask,
  streamOutside,
  WHILE_WAITING,
} from '@tracker/files';
import { ImportProblem } from './import-problem';
import type { FileRow } from './import-work';
import type { FileToRead, ReadRow } from './outside-tasks';
import type { PreviewToMake, VisitFilePiece, VisitFileToRead } from './outside-visit-tasks';
import type { SheetPreview } from './preview-visit-sheet';

const TASKS = require.resolve('./outside-tasks');
const CHECK = outsideTask<FileToRead, true>(TASKS, 'checkFileTask');
const ROWS = outsideTask<FileToRead, ReadRow>(TASKS, 'rowsTask');
const VISIT_TASKS = require.resolve('./outside-visit-tasks');
const VISITS = outsideTask<VisitFileToRead, VisitFilePiece>(VISIT_TASKS, 'visitFileTask');
const PREVIEW = outsideTask<PreviewToMake, SheetPreview>(VISIT_TASKS, 'previewTask');

/** @throws ImportProblem when the file is nothing this kind of import can read */
export async function checkUpload(path: string, kind: ImportKind): Promise<void> {
  await forWhoSent(() => askOutside(CHECK, { path, kind }, WHILE_WAITING));
}

/** How a list of visits would be read. @throws ImportProblem */
export function previewUpload(path: string, headerLine?: number): Promise<SheetPreview> {
  return forWhoSent(() => askOutside(PREVIEW, { path, headerLine }, FOR_A_PREVIEW));
}

/**
 * The rows of an uploaded file, read by a process of its own as they are taken.
 *
 * @param onRead told the share of the file that has been read, 0 to 1
 * @throws ImportProblem while reading, when the file cannot be read
 */
export async function* uploadRows(
  path: string,
  kind: ImportKind,
  onRead: (share: number) => void,
  signal?: AbortSignal,
): AsyncGenerator<FileRow> {
  try {
    const rows = streamOutside(ROWS, { path, kind }, IN_THE_BACKGROUND, signal);
    for await (const { share, ...row } of rows) {
      onRead(share);
      yield row;
    }
  } catch (error) {
    throw asImportProblem(error);
  }
}

/** How a file of visits is read, and then each day of it. @throws ImportProblem */
export async function* visitFilePieces(
  file: VisitFileToRead,
  signal?: AbortSignal,
): AsyncGenerator<VisitFilePiece> {
  try {
    yield* streamOutside(VISITS, file, IN_THE_BACKGROUND, signal);
  } catch (error) {
    throw asImportProblem(error);
  }
}

async function forWhoSent<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asImportProblem(error);
  }
}

const asImportProblem = (error: unknown) =>
  error instanceof UnreadableFileError ? new ImportProblem(error.message) : error;
