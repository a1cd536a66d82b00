export * from './clockwork';
export * from './data-source';
export * from './entities';
export * from './locks';
export * from './outage';
export { BY_ITS_VALUES } from './preparing-client';
export * from './schema-version';
export * from './write-probe';
