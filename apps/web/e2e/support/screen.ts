import type { RouteKey } from '@tracker/contract';

export interface Screen {
  path: string;
  /** The heading that is there once the screen is. */
  heading: string;
  /** The call it stands on; without it nobody has anything to do there. */
  route: RouteKey;
  /** The region of the school it is about; undefined when it is about none. */
  regionId?: string | null;
}
