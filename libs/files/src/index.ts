export * from './writing';
export * from './reading';
export * from './outside';
export * from './documents';
