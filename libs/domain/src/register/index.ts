export * from './census-reader';
export * from './column-rules';
export * from './link-reader';
export * from './match-columns';
export * from './closing-reason';
export * from './register-outcome';
export * from './register-school';
export { shorten, type Rejection, type ValueLeftOut } from './rejection';
export * from './school-reader';
