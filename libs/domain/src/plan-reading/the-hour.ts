import type { MinutesPerWeek } from './read-minutes';
import { keyStageOf } from './stages';

export type HourStage = 'ks1' | 'ks2' | 'ks3';
export type HourState = 'met' | 'not_met' | 'not_known';

const AN_HOUR = 60;

/** Minutes of a key stage: as told of it, or the smallest of its years, or what all have; null if unknown. */
export function minutesOfKeyStage(
  entries: readonly MinutesPerWeek[],
  keyStage: string,
): number | null {
  const own = entries.filter(({ stage }) => stage === keyStage);
  const years = entries.filter(({ stage }) => stage !== keyStage && keyStageOf(stage) === keyStage);
  const all = entries.filter(({ stage }) => stage === 'all');
  const told = [own, years, all].find((each) => each.length > 0);
  return told ? Math.min(...told.map(({ minutes }) => minutes)) : null;
}

/** The national plan's hour a week; later key stages are courses pupils choose, and have no such mark. */
export function hourState(entries: readonly MinutesPerWeek[], keyStage: HourStage): HourState {
  const minutes = minutesOfKeyStage(entries, keyStage);
  if (minutes === null) return 'not_known';
  return minutes >= AN_HOUR ? 'met' : 'not_met';
}
