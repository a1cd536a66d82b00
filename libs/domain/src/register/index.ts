export * from './census-reader';
export * from './column-rules';
export * from './link-reader';
export * from './match-columns';
export * from './register-school';
export { shorten, type Rejection } from './rejection';
export * from './school-reader';
