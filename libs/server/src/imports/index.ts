export { applyDryRun, createImport, shownFileName, type NewImport } from './create-import';
export { ImportConflict, ImportProblem } from './import-problem';
export { ImportTurnTaken } from './import-turn';
export type { SheetPreview } from './preview-visit-sheet';
export { checkUpload, previewUpload } from './read-outside';
export { abandonImport, runImport, type ImportOptionsOfRun } from './run-import';
export { sweepImports } from './sweep-imports';
export { requestUndo, undoImport } from './undo-import';
export * from './uploads';
