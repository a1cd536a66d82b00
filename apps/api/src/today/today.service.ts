import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  type FollowUpActionFilter,
  mayRunTheHub,
  reachOf,
  type SignedInUser,
  type TodaySummary,
} from '@tracker/contract';
import { addDays, AGREED_VISIT_STATUSES } from '@tracker/domain';
import { Clock } from '@tracker/work';
import { getHubSettings } from '@tracker/data';
import type { DataSource } from 'typeorm';
import { DAY_OFFER_SPEC } from '../day-offers/day-offer-list';
import { DayOffersService } from '../day-offers/day-offers.service';
import { ACTION_SPEC } from '../follow-up-actions/action-list';
import { FollowUpActionsService } from '../follow-up-actions/follow-up-actions.service';
import { firstRows } from '../http/first-rows';
import { FREED_PLACES } from '../planning/planning.queries';
import { VISIT_SPEC } from '../visits/visit-list';
import { VisitsService } from '../visits/visits.service';
import { TodayCounts } from './today-counts.service';
import { figuresFor, seesOwnOnly } from './today-figures';
import { TodayStanding } from './today-standing.service';

const MOST_VISITS = 20;
const MOST_OTHERS = 10;
const MOST_FREED = 3;
/** A place that nobody took for so long is left to the plan. */
const DAYS_TO_OFFER = 14;

/** What a person has to know and to decide today. */
@Injectable()
export class TodayService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly counts: TodayCounts,
    private readonly standings: TodayStanding,
    private readonly visits: VisitsService,
    private readonly actions: FollowUpActionsService,
    private readonly offers: DayOffersService,
    private readonly clock: Clock,
  ) {}

  async summary(user: SignedInUser): Promise<TodaySummary> {
    const today = this.clock.today();
    const { kindsNotCounting } = await getHubSettings(this.dataSource.manager);
    const asked = figuresFor(user, today, kindsNotCounting);
    const figures = await Promise.all(asked.map((figure) => this.counts.countOf(figure)));
    const year = figures.find(({ key }) => key === 'visits_this_year');
    return {
      today,
      figures,
      ...(year
        ? await this.standings.standing(year.count, mayRunTheHub(user) ? kindsNotCounting : null)
        : { year: null, cycle: null, nextHalfTerm: null }),
      ...(await this.records(user)),
    };
  }

  /** Nothing is for those to do who change nothing. */
  private async records(
    user: SignedInUser,
  ): Promise<
    Pick<TodaySummary, 'visits' | 'unlogged' | 'actions' | 'freed' | 'answers' | 'cannot'>
  > {
    if (reachOf(user, 'schoolRecords') === 'none') {
      return { visits: [], unlogged: [], actions: [], freed: [], answers: [], cannot: [] };
    }
    const today = this.clock.today();
    const mine: { visitorId?: string } = seesOwnOnly(user) ? { visitorId: user.id } : {};
    const soon = { from: today, to: addDays(today, 1), status: AGREED_VISIT_STATUSES };
    const due: FollowUpActionFilter = { ownerId: user.id, due: ['overdue', 'this_week'] };
    const sort: ['day', 'ASC'] = ['day', 'ASC'];
    const { planning } = await getHubSettings(this.dataSource.manager);
    const theirs: { regionId?: string[] } = seesOwnOnly(user) ? { regionId: user.regionIds } : {};
    const first = { rows: MOST_OTHERS };
    const [visits, unlogged, actions, freed, answers, cannot] = await Promise.all([
      this.visits.list(firstRows(VISIT_SPEC, { ...mine, ...soon }, { rows: MOST_VISITS, sort })),
      this.visits.list(
        firstRows(VISIT_SPEC, { ...mine, unlogged: true }, { rows: MOST_OTHERS, sort }),
      ),
      this.actions.list(firstRows(ACTION_SPEC, due, { rows: MOST_OTHERS })),
      FREED_PLACES.rows(this.dataSource, {
        from: addDays(today, planning.noticeDays),
        since: addDays(today, -DAYS_TO_OFFER),
        visitorId: mine.visitorId ?? null,
        most: MOST_FREED,
      }),
      this.offers.list(
        firstRows(
          DAY_OFFER_SPEC,
          { ...theirs, toSee: true },
          { ...first, sort: ['createdAt', 'ASC'] },
        ),
      ),
      this.visits.list(
        firstRows(VISIT_SPEC, { ...theirs, schoolCannot: true }, { ...first, sort }),
      ),
    ]);
    return {
      ...{ visits: visits.rows, unlogged: unlogged.rows, actions: actions.rows, freed },
      ...{ answers: answers.rows, cannot: cannot.rows },
    };
  }
}
