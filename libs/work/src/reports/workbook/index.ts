export { makeWorkbook } from './make-workbook';
