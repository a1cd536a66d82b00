export { detectDelimiter, readCsv, type CsvRow, type Delimiter } from './read-csv';
export { readCsvSheet } from './read-csv-sheet';
export { readWorkbook } from './read-workbook';
export { sniffFile, type SniffedFile, type TextEncoding } from './sniff-file';
export { UnreadableFileError } from './unreadable-file-error';
export {
  cellsInPlace,
  type MergedCells,
  type Workbook,
  type WorkbookCell,
  type WorkbookRow,
  type WorkbookSheet,
} from './workbook';
export { CsvRecord } from './csv-record';
