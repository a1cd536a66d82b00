import type { Resource } from '@tracker/contract';

/** How the screens of a resource speak of it. */
export interface RecordWords {
  resource: Resource;
  /** One of them: `region`. */
  one: string;
}
