export * from './kinds';
export * from './narrative';
export * from './report-request';
export * from './school-columns';
