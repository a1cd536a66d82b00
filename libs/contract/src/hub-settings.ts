import type { HubSettings } from './shapes/hub-settings';

/** Changed points or kinds rank every school again. */
export type SaveHubSettings = Omit<HubSettings, 'newFactors'> &
  Partial<Pick<HubSettings, 'newFactors'>>;
