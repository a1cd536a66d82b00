export * from './merge-records';
export * from './merge-texts';
