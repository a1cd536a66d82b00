export * from './capacity-sum';
export * from './visitor-capacity';
export * from './planning-windows';
export * from './school-availability';
export { checkSpan } from './fault';
