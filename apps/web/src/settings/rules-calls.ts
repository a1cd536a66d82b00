import type { HubSettings, SaveHubSettings } from '@tracker/contract';
import { call } from '../providers/http';

const PATH = '/api/hub-settings';

export async function hubSettings(signal?: AbortSignal): Promise<HubSettings> {
  return (await call<HubSettings>(PATH, { signal })).json;
}

export async function saveHubSettings(body: SaveHubSettings): Promise<HubSettings> {
  return (await call<HubSettings>(PATH, { method: 'PUT', body: JSON.stringify(body) })).json;
}
