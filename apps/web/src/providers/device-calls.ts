import type { HeardDevice } from '@tracker/contract';
import { call } from './http';

export const listDevices = async (signal?: AbortSignal): Promise<HeardDevice[]> =>
  (await call<HeardDevice[]>('/api/devices', { signal })).json;
