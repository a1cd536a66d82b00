export { DOCUMENT_BOUNDS } from './document-bounds';
export { readDocumentOutside } from './outside';
export { type DocumentFormat, type ReadDocument } from './read-document';
