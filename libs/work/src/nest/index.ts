export * from './clock';
export * from './log-lines';
export * from './server.module';
