export * from './kinds';
export * from './invitation';
export * from './recipient';
export * from './placeholders';
export * from './default-templates';
export * from './wording';
export * from './visit-words';
