export * from './pace-words';
export * from './share-difference';
export * from './meals-finding';
export * from './region-pace';
export * from './least-covered';
export * from './week-changes';
