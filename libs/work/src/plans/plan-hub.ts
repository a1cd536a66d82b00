import { type HubPlanWords, type Named, planListsWith, PlanWords } from '@tracker/domain';
import { DEFAULT_HUB_NAME, type SettingsInForce } from '@tracker/data';

/** The hub by all of its names; null while it has told none. */
export function planHub({ hubName, planWords }: SettingsInForce): Named | null {
  const names =
    hubName === DEFAULT_HUB_NAME ? planWords.hubNames : [hubName, ...planWords.hubNames];
  const [name, ...others] = names;
  return name === undefined ? null : { name, others };
}

let latest: { of: HubPlanWords; words: PlanWords } | undefined;

/** The hub's lists made ready, once for as long as they stay the same. */
export function planWords({ planWords: of }: SettingsInForce): PlanWords {
  if (latest?.of !== of) latest = { of, words: new PlanWords(planListsWith(of)) };
  return latest.words;
}
