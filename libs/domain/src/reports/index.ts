export * from './kinds';
export * from './narrative';
export * from './report-request';
export * from './school-columns';
export * from './compose-stakeholder';
export * from './report-document';
export * from './stakeholder-figures';
export * from './map-texts';
