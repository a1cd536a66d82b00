export { detectDelimiter, readCsv, type CsvRow, type Delimiter } from './read-csv';
export { readXlsx, type XlsxCell, type XlsxTable } from './read-xlsx';
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
