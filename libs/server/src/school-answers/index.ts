export * from './read-school-needs';
export * from './school-group';
