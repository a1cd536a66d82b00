export * from './read-plan-problem';
export * from './read-windows';
