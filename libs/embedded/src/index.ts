export * from './folder-claim';
export { findFreePort } from './free-port';
export {
  startEmbeddedPostgres,
  type EmbeddedPostgresOptions,
  type EmbeddedService,
} from './postgres';
export { startEmbeddedRedis, type EmbeddedRedisOptions } from './redis';
export { openAppAccount } from './app-account';
export {
  type Account,
  commandOf,
  isAlive,
  isGoneWithin,
  parentOf,
  tiedToThisProcess,
  tiedWithLowPorts,
} from './process-control';
export { openDataDir, openServiceHome } from './service-home';
export * from './services';
export { type CommandServices, withServices } from './with-services';
export * from './backup';
