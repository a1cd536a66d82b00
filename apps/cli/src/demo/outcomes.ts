import { addDays, daysBetween, type Day, isActionOpen } from '@tracker/domain';
import type { FollowUpActionEntity, VisitOutcomeEntity } from '@tracker/server';
import type { Row } from './insert-rows';
import { PeopleNames } from './people-names';
import type { Random } from './random';
import type { SchoolPeople } from './school-people';
import type { DemoSchool } from './schools';
import { fill, writeSummary } from './summaries';
import type { Theme } from './common-themes';
import type { PastVisit } from './visit-history';

/** Actions are kept since the hub began to write them down. */
const ACTIONS_SINCE_DAYS = 800;

export interface Outcomes {
  outcomes: VisitOutcomeEntity[];
  actions: Row<FollowUpActionEntity>[];
}

/** Tells of every visit whom it met, what it found and what is to be done. */
export class OutcomeTeller {
  private readonly formerStaff: PeopleNames;

  constructor(
    private readonly people: SchoolPeople,
    private readonly head: string,
    private readonly today: Day,
    private readonly random: Random,
  ) {
    this.formerStaff = new PeopleNames(random.fork('former staff'));
  }

  tell(visits: readonly PastVisit[]): Outcomes {
    const told: Outcomes = { outcomes: [], actions: [] };
    for (const visit of visits) {
      const { themes, summary } = writeSummary(visit.school.plan, this.random);
      told.outcomes.push({
        visitId: visit.row.id,
        metWith: this.metWith(visit),
        summary,
        loggedById: visit.row.visitorId,
        loggedAt: this.loggedAt(visit.visitedOn),
        strengths: null,
        needs: null,
        engagementLevel: null,
        engagementReason: null,
        correctedAt: null,
        correctedById: null,
        correctionReason: null,
      });
      if (daysBetween(visit.visitedOn, this.today) > ACTIONS_SINCE_DAYS) continue;
      const [first, second] = themes;
      if (first && this.random.chance(0.72)) told.actions.push(this.action(first, visit));
      if (second && this.random.chance(0.3)) told.actions.push(this.action(second, visit));
    }
    return told;
  }

  /** Most people write it down the same day, some a few days later, nobody tomorrow. */
  private loggedAt(visitedOn: Day): Date {
    const latest = daysBetween(visitedOn, this.today) - 1;
    const days = Math.max(0, Math.min(latest, this.random.pick([0, 0, 0, 1, 1, 2, 5])));
    const minute = String(this.random.int(0, 59)).padStart(2, '0');
    return new Date(`${addDays(visitedOn, days)}T${this.random.int(15, 18)}:${minute}:00Z`);
  }

  private metWith({ school, visitedOn }: PastVisit): string | null {
    const { random } = this;
    if (random.chance(0.04)) return null;
    const head = this.nameThen(school, 'head_teacher', visitedOn);
    // Where no music lead is known today nobody has met one lately.
    const lately = daysBetween(visitedOn, this.today) < 730;
    if (lately && this.people.nameOf(school, 'music_lead') === null) {
      return random.chance(0.6) ? `${head} (head teacher)` : `${head} (head teacher) and a class`;
    }
    const lead = this.nameThen(school, 'music_lead', visitedOn);
    return random.weighted([
      [`${lead} (music lead)`, 6],
      [`${head} (head teacher) and ${lead} (music lead)`, 3],
      [`${head} (head teacher)`, 2],
      [`${lead} (music lead) and a group of pupils`, 1],
    ] as const);
  }

  /** Who it was at the time: further back it was more likely somebody else. */
  private nameThen(school: DemoSchool, role: 'head_teacher' | 'music_lead', day: Day): string {
    const years = daysBetween(day, this.today) / 365;
    const now = this.people.nameOf(school, role);
    return now !== null && !this.random.chance(years * 0.17) ? now : this.formerStaff.next();
  }

  private action(theme: Theme, { site, row, visitedOn }: PastVisit): Row<FollowUpActionEntity> {
    const { random } = this;
    const [title, detail] = random.pick(theme.actions);
    const dueOn = random.chance(0.05) ? null : addDays(visitedOn, 7 * random.int(2, 15));
    const ownerId = random.chance(0.1) ? this.head : row.visitorId;
    const priority = random.weighted([
      ['normal', 66],
      ['high', 18],
      ['low', 16],
    ] as const);
    const status = this.actionStatus(dueOn, visitedOn);
    const closed = isActionOpen(status) ? null : this.closedAt(dueOn ?? visitedOn, visitedOn);
    return {
      id: random.uuid(),
      schoolId: site.row.id,
      visitId: row.id,
      title: fill(title, site.plan, random),
      detail: detail === null ? null : fill(detail, site.plan, random),
      ownerId,
      dueOn,
      priority,
      status,
      becameVisitId: null,
      closedAt: closed,
      closedById: closed && ownerId,
    };
  }

  /** Some days before it was due, though never before the visit nor in days to come. */
  private closedAt(dueOn: Day, visitedOn: Day): Date {
    const [early, latest] = [addDays(dueOn, -4), addDays(this.today, -1)];
    const day = [early < visitedOn ? visitedOn : early, latest].sort()[0];
    return new Date(`${day}T15:20:00Z`);
  }

  private actionStatus(dueOn: Day | null, visitedOn: Day): FollowUpActionEntity['status'] {
    const { random } = this;
    const monthsAgo = daysBetween(visitedOn, this.today) / 30;
    // Old actions have been dealt with; of the last year's a few are late.
    const left = dueOn === null || dueOn >= this.today ? 0.85 : monthsAgo > 14 ? 0.03 : 0.24;
    if (random.chance(left)) return random.chance(0.68) ? 'open' : 'in_progress';
    return random.chance(0.9) ? 'done' : 'dropped';
  }
}
