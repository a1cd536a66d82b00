export { DOCUMENT_BOUNDS } from './document-bounds';
export { readPlanOutside, type PlanToRead, type ReadPlan } from './outside';
export { type ReadDocument } from './read-document';
