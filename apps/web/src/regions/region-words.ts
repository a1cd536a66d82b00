import type { RecordWords } from '../records/record-words';

export const REGIONS = { resource: 'regions', one: 'region' } as const satisfies RecordWords;
