export * from './problem';
export * from './model';
export * from './coverage';
export * from './search/propose';
