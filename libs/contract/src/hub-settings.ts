import type { HubSettings } from './shapes/hub-settings';

type Optional =
  'newFactors' | 'planRules' | 'planWords' | 'fetchPlans' | 'calendarHosts' | 'planning';

/** Changed points, kinds or rules of plans rank every school again; what is left out of plans stays as it is. */
export type SaveHubSettings = Omit<HubSettings, Optional> &
  Partial<Pick<HubSettings, Exclude<Optional, 'planning'>>> & { planning?: SavePlanningRules };

type Planning = HubSettings['planning'];
type NewInPlanning = 'offerDays' | 'remindSchools';
/** What a client of an earlier version leaves out stays as it is. */
export type SavePlanningRules = Omit<Planning, NewInPlanning> &
  Partial<Pick<Planning, NewInPlanning>>;
