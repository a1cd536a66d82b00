export * from './remove-leftovers';
