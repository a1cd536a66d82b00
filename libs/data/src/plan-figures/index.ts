export * from './count-facts.queries';
export * from './plans-in-force';
export * from './read-plan-facts';
