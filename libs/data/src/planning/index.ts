export { capacitiesOf } from './plan-visitors';
export * from './read-plan-problem';
export * from './read-windows';
