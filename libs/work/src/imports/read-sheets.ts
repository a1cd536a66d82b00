import type { SheetToRead } from '@tracker/domain';
import { readCsvSheet, readWorkbook, UnreadableFileError } from '@tracker/files/reading';
import { ImportProblem } from './import-problem';
import { checkFile } from './open-rows';

/** Every sheet of a file of visits; CSV is one sheet. @throws ImportProblem */
export async function readSheets(path: string): Promise<readonly SheetToRead[]> {
  const file = await checkFile(path, 'visits');
  try {
    const read = file.kind === 'xlsx' ? readWorkbook(path) : readCsvSheet(path, file.encoding);
    const { sheets } = await read;
    return sheets;
  } catch (error) {
    if (error instanceof UnreadableFileError) throw new ImportProblem(error.message);
    throw error;
  }
}
