export * from './entry-in-words';
export * from './field-words';
export * from './kinds';
export * from './value-in-words';
