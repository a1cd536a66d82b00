export * from './queue-visit-mail';
export * from './queue-staff-mail';
