import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PlanFigures, Progress, ProgressGroup } from '@tracker/contract';
import {
  type Day,
  type FigureGroup,
  type Narrative,
  PLAN_STATE_LABELS,
  type RankedFigure,
  type ReportParameters,
  type StakeholderFigures,
} from '@tracker/domain';
import { getHubSettings, readSchoolNeeds } from '@tracker/data';
import type { DataSource } from 'typeorm';
import { PlanFiguresService } from '../development-plans/plan-figures.service';
import { ProgressService } from '../progress/progress.service';
import { ReportNarrativesService } from './report-narratives.service';

/** What a stakeholder report says, as it is at the moment. */
@Injectable()
export class StakeholderFiguresService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly progress: ProgressService,
    private readonly narratives: ReportNarrativesService,
    private readonly plans: PlanFiguresService,
  ) {}

  /** @param academicYear of the parameters is given */
  async of(
    { academicYear, asOf, regionId }: ReportParameters,
    madeOn: Day,
  ): Promise<StakeholderFigures> {
    if (academicYear === null) throw new Error('A stakeholder report is of an academic year.');
    const { manager } = this.dataSource;
    const { hubName } = await getHubSettings(manager);
    const of = { academicYear, asOf, ...(regionId && { regionId }) };
    const progress = await this.progress.get(of);
    const told = await readSchoolNeeds(manager, of);
    const region = progress.byRegion.find(({ key }) => key === regionId);
    return {
      ...{ hubName, regionName: region?.label ?? null, academicYear, asOf, madeOn },
      narrative: narrativeOf(await this.narratives.get(academicYear)),
      ...figuresOf(progress),
      plans: plansOf(await this.plans.figures(of, asOf)),
      needs: {
        schools: told.schools,
        needs: ranked(told.needs),
        barriers: ranked(told.barriers),
        wanted: ranked(told.wanted),
      },
    };
  }
}

function figuresOf(
  progress: Progress,
): Omit<
  StakeholderFigures,
  'hubName' | 'regionName' | 'academicYear' | 'asOf' | 'madeOn' | 'narrative' | 'needs' | 'plans'
> {
  const { target, visits, schoolsCovered, expectedByToday, forecast, targetReachedOn } = progress;
  const { outcomes } = progress;
  return {
    ...{ target, visits, schoolsVisited: schoolsCovered, expectedByToday, forecast },
    ...{ targetReachedOn, weeklyRateNeeded: progress.weeklyRateNeeded },
    ...{ surveys: progress.surveys, cycle: progress.cycle },
    notVisitedInThreeYears: progress.lists.notVisitedInThreeYears.count,
    regions: progress.byRegion.map((region) => ({
      ...groupOf(region),
      target: region.target,
      expectedByToday: region.expectedByToday,
    })),
    districts: progress.byDistrict.map(groupOf),
    phases: progress.byPhase.map(groupOf),
    types: progress.byEstablishmentType.map(groupOf),
    bands: progress.byFsmBand.map(groupOf),
    series: progress.series.map(({ list: _, ...point }) => point),
    backlog: progress.backlog.map(({ day, schools }) => ({ day, schools })),
    notes: progress.notes,
    outcomes: {
      held: outcomes.held.count,
      cancelledBySchool: outcomes.cancelledBySchool.count,
      cancelledByHub: outcomes.cancelledByHub.count,
      notHeld: outcomes.notHeld.count,
      unlogged: outcomes.unlogged.count,
      reasons: outcomes.reasons.map(({ outcome, reason, visits: of }) => ({
        ...{ outcome, reason, visits: of },
      })),
    },
  };
}

const groupOf = (group: ProgressGroup): FigureGroup => ({
  key: group.key,
  label: group.label,
  schoolsInScope: group.schoolsInScope.count,
  visits: group.visits.count,
  covered: group.covered.count,
  notVisitedInThreeYears: group.notVisitedInThreeYears.count,
  surveys: group.surveys.count,
});

function plansOf({ states, facts }: PlanFigures): NonNullable<StakeholderFigures['plans']> {
  const hour = facts?.fields.find(({ field }) => field === 'hour')?.parts ?? [];
  return {
    states: states.map(({ state, schools }) => ({ label: PLAN_STATE_LABELS[state], schools })),
    confirmed: facts?.confirmed ?? 0,
    hour: hour.map(({ label, notStated, values }) => {
      const count = (value: string) => values.find((one) => one.value === value)?.schools ?? 0;
      return { label, met: count('met'), notMet: count('not_met'), notStated: notStated ?? 0 };
    }),
  };
}

const ranked = (list: readonly RankedFigure[]): RankedFigure[] =>
  list.map(({ label, schools }) => ({ label, schools }));

const narrativeOf = ({ title, introduction, highlights, challenges, nextSteps }: Narrative) => ({
  ...{ title, introduction, highlights, challenges, nextSteps },
});
