export * from './empty-bins';
export * from './remove-leftovers';
