export * from './empty-bins';
export * from './remove-leftovers';
export { removePlanOriginals } from './remove-plan-originals';
