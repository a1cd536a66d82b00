export * from './csv-file';
export * from './csv-line';
export * from './export-column';
export { spooled } from './spooled-file';
export { MOST_XLSX_ROWS, xlsxFile, xlsxSheet, xlsxWorkbook, type XlsxSheet } from './xlsx-file';
