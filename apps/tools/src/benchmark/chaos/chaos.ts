import { setTimeout as sleep } from 'node:timers/promises';
import { HANDS, Load } from './load';
import { type OwnTracker, type Victim, VICTIMS } from './own-tracker';

export interface ChaosReport {
  kills: Record<Victim, number>;
  answers: ReadonlyMap<number, number>;
  saved: number;
  lost: number;
  doubled: number;
  /** Answers of 500 and above that were not 503. */
  faults: number;
  /** Longest time between two saves, in seconds. */
  longestGap: number;
}

export interface ChaosPlan {
  kills: number;
  /** Milliseconds between two kills, on average, beside what is waited for saves. */
  pause: number;
  /** 0 to 1, the same sequence gives the same kills. */
  random: () => number;
  say: (sentence: string) => void;
}

/** A kill under way of work shows more than one of a tracker that is down already ... */
const SAVES_BETWEEN = { least: 3, most: 12 };
/** ... but each so many comes while it is still getting up from the last one. */
const UNAWARES_EACH = 3;

/** Kills processes of a tracker at random while people work, and counts what must not happen. */
export async function spreadChaos(tracker: OwnTracker, plan: ChaosPlan): Promise<ChaosReport> {
  const dataSource = await tracker.connect();
  try {
    const load = await Load.begin(tracker.url, dataSource);
    const kills: Record<Victim, number> = { api: 0, worker: 0, postgres: 0, redis: 0 };
    for (let done = 0; done < plan.kills;) {
      if ((done + 1) % UNAWARES_EACH !== 0) {
        const { least, most } = SAVES_BETWEEN;
        await load.untilSaved(load.saved + least + Math.floor(plan.random() * (most - least)));
      }
      await sleep(plan.pause * (0.4 + 1.2 * plan.random()));
      const victim = VICTIMS[Math.floor(plan.random() * VICTIMS.length)] as Victim;
      if (!tracker.kill(victim)) continue;
      kills[victim] += 1;
      done += 1;
      plan.say(`Kill ${done}: ${victim}`);
    }
    await load.untilSaved(load.saved + HANDS);
    await load.finish();
    const { answers, longestGap } = load;
    return { kills, answers, ...(await load.verdict()), longestGap: longestGap / 1000 };
  } finally {
    await dataSource.destroy();
  }
}

/** Numbers between 0 and 1 that a seed gives again. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
