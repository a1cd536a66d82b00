export { createEmptyDatabase, createTestDatabase, type TestDatabase } from './test-database';
export { createTestRedis, type TestRedis } from './test-redis';
export { chromiumTimeout, ensureChromium } from './ensure-chromium';
export { CuttableLine } from './cuttable-line';
export { startOwnRedis, type OwnRedis } from './own-redis';
export { whileLocked } from './while-locked';
