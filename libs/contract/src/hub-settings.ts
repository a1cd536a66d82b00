import type { HubSettings } from './shapes/hub-settings';

/** Changed points, kinds or rules of plans rank every school again; rules of plans left out stay as they are. */
export type SaveHubSettings = Omit<HubSettings, 'newFactors' | 'planRules'> &
  Partial<Pick<HubSettings, 'newFactors' | 'planRules'>>;
