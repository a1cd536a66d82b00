export * from './column-name';
export * from './sql';
export * from './statement';
export * from './read-in-batches';
