export * from './read-school-needs';
export * from './read-survey-summary';
export * from './read-survey-texts';
export * from './school-group';
