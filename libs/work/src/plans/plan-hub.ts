import type { Named } from '@tracker/domain';
import { DEFAULT_HUB_NAME, type SettingsInForce } from '@tracker/data';

/** The hub by all of its names; null while it has told none. */
export function planHub({ hubName }: SettingsInForce): Named | null {
  return hubName === DEFAULT_HUB_NAME ? null : { name: hubName, others: [] };
}
