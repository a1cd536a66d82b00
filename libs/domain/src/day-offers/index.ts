export * from './day-offer';
export * from './proposed-days';
export * from './school-said';
export * from './visit-reminder';
