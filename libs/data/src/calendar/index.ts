export * from './get-school-calendar';
