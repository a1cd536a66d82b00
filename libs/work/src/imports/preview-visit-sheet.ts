import type { Day, VisitField } from '@tracker/domain';
import { readVisitFile } from '@tracker/domain/visit-sheet/read-visit-file';
import { ImportProblem } from './import-problem';
import { readSheets } from './read-sheets';

/** How a list of visits would be read, for a person to correct. */
export interface SheetPreview {
  /** Name of the sheet that is read; null when the file has none, as CSV. */
  sheet: string | null;
  headerLine: number;
  header: string[];
  /** Field -> index of the column, as guessed; of several columns of days the first. */
  mapping: Partial<Record<VisitField, number>>;
  /** The first rows below the header that are not blank. */
  sample: string[][];
}

/** No day is judged for a preview. */
const ANY_DAY: Day = '2199-12-31';

/**
 * How the first sheet that is suggested would be read, else the first that has anything in it.
 *
 * @param headerLine the line a person says the header is on; otherwise it is looked for
 * @throws ImportProblem when there is no header, or the file cannot be read
 */
export async function previewVisitSheet(path: string, headerLine?: number): Promise<SheetPreview> {
  const choices = headerLine === undefined ? {} : { first: { headerLine } };
  const { sheets, problem } = readVisitFile(await readSheets(path), choices, ANY_DAY);
  const shown =
    sheets.find(({ read }) => read) ?? sheets.find((sheet) => sheet.visible && sheet.rows > 0);
  if (!shown || shown.header.length === 0) {
    throw new ImportProblem(problem ?? shown?.reason ?? 'The file has nothing but blank lines.');
  }
  const { name, header, mapping, sample } = shown;
  const columns = Object.entries(mapping).map(([field, column]) => [field, [column].flat()[0]]);
  return {
    ...{ sheet: name, headerLine: shown.headerLine ?? 1, header, sample },
    mapping: Object.fromEntries(columns) as SheetPreview['mapping'],
  };
}
