export * from './sql';
export * from './statement';
export * from './read-in-batches';
