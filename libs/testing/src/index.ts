export { createEmptyDatabase, createTestDatabase, type TestDatabase } from './test-database';
export { createTestRedis, type TestRedis } from './test-redis';
export { chromiumTimeout, ensureChromium } from './ensure-chromium';
export { CuttableLine } from './cuttable-line';
export { PlainProxy } from './plain-proxy';
export { startOwnRedis, type OwnRedis } from './own-redis';
export { whileLocked } from './while-locked';
export { rowTypes, type RowType, type ValueKind } from './row-types';
export { StatementReader, type StatementColumn } from './statement-columns';
