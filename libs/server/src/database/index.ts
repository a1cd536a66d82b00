export * from './clockwork';
export * from './data-source';
export * from './entities';
export * from './locks';
export * from './outage';
export * from './schema-version';
export * from './with-database';
export * from './write-probe';
