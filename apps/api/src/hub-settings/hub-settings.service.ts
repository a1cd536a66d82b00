import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { HubSettings, SavePlanningRules } from '@tracker/contract';
import {
  checkHubRules,
  numberAt,
  type PlanningRules,
  type ScoreWeights,
  tidyPlanWords,
  weightsFrom,
} from '@tracker/domain';
import { getHubRules, saveHubRules, type StoredHubRules } from '@tracker/data';
import { JobQueue } from '@tracker/work';
import type { DataSource } from 'typeorm';
import { conflict, unacceptable } from '../http/problem';
import { Transactions } from '../http/transactions';
import type { SaveHubSettingsDto } from './hub-settings.dto';

@Injectable()
export class HubSettingsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly jobs: JobQueue,
  ) {}

  async get(): Promise<HubSettings> {
    return settingsOf(await getHubRules(this.dataSource.manager));
  }

  /**
   * Changes the rules; every school is ranked again when points or kinds of visit change.
   *
   * @throws 422 naming the rule that cannot be; 409 with the settings as they are now
   */
  async save({ version, weights, ...others }: SaveHubSettingsDto): Promise<HubSettings> {
    const { kindsNotCounting, firstCycleStartsIn, targetVisits } = others;
    const present = await this.get();
    const rules = {
      ...{ kindsNotCounting, firstCycleStartsIn, targetVisits, weights: plain(weights) },
      planRules: { ...(others.planRules ?? present.planRules) },
      planWords: tidyPlanWords(others.planWords ?? present.planWords),
      fetchPlans: others.fetchPlans ?? present.fetchPlans,
      calendarHosts: others.calendarHosts ?? present.calendarHosts,
      planning: planningOf(others.planning, present.planning),
    };
    const faults = checkHubRules(rules);
    if (faults.length > 0) throw unacceptable(faults);
    const { saved, again } = await this.transactions.write(async (manager) => ({
      again: await saveHubRules(manager, rules, refuseStale(version)),
      saved: settingsOf(await getHubRules(manager)),
    }));
    if (again) await this.jobs.nudge('refresh-priority-scores', {});
    return saved;
  }
}

const planningOf = (
  sent: SavePlanningRules | undefined,
  present: PlanningRules,
): PlanningRules => ({
  ...(sent ?? present),
  offerDays: sent?.offerDays ?? present.offerDays,
  remindSchools: sent?.remindSchools ?? present.remindSchools,
});

const refuseStale = (version: number) => (present: StoredHubRules) => {
  if (present.version === version) return;
  throw conflict(
    'Someone else has saved the rules since you opened them. Compare both versions and choose.',
    settingsOf(present),
  );
};

const settingsOf = (rules: StoredHubRules): HubSettings => ({
  ...rules,
  kindsNotCounting: [...rules.kindsNotCounting],
  newFactors: [...rules.newFactors],
  calendarHosts: [...rules.calendarHosts],
  planWords: tidyPlanWords(rules.planWords),
  planning: { ...rules.planning },
  planRules: { ...rules.planRules, phasesNotExpected: [...rules.planRules.phasesNotExpected] },
});

/** What is kept is compared with what was, so it must not carry the classes of a request. */
const plain = (weights: ScoreWeights): ScoreWeights =>
  weightsFrom((field) => numberAt(weights, field));
