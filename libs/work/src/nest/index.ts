export * from './clock';
export * from './server.module';
