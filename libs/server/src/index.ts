export * from './auth';
export * from './database';
export * from './env';
export * from './nest';
export * from './operator-error';
export * from './queues';
export * from './scoring';
export * from './settings';
