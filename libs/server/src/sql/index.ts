export * from './sql';
export * from './statement';
