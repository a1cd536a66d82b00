export { clearFolder, findOrTakeOver, folderOf, removeOldParts } from './take-over';
