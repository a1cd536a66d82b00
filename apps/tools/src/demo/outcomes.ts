import {
  academicYearOf,
  academicYearSpan,
  addAcademicYears,
  addDays,
  daysBetween,
  type Day,
  isActionOpen,
} from '@tracker/domain';
import type { FollowUpActionEntity, VisitOutcomeEntity, VisitPersonMetEntity } from '@tracker/data';
import type { Row } from './insert-rows';
import { tellDetails } from './outcome-details';
import { PeopleNames } from './people-names';
import type { Random } from './random';
import type { SchoolPeople } from './school-people';
import type { DemoSchool } from './schools';
import { fill, writeSummary } from './summaries';
import type { Theme } from './common-themes';
import type { PastVisit } from './visit-history';

/** Actions are kept since the hub began to write them down. */
const ACTIONS_SINCE_DAYS = 800;

/** A tag that was ticked at a visit, by what it is called. */
export interface TickedTag {
  visitId: string;
  kind: 'strength' | 'need';
  label: string;
}

export interface Outcomes {
  outcomes: VisitOutcomeEntity[];
  peopleMet: VisitPersonMetEntity[];
  tags: TickedTag[];
  actions: Row<FollowUpActionEntity>[];
}

interface Person {
  name: string;
  role: 'head_teacher' | 'music_lead';
}

/** Whom a visitor met, and who else was there. */
interface Met {
  people: Person[];
  more: string;
}

const NO_DETAILS = {
  ...{ strengths: null, needs: null, engagementLevel: null, engagementReason: null },
};

/** As it was typed before people were picked from the contacts. */
const inWords = ({ people, more }: Met): string | null =>
  people.length === 0
    ? null
    : people.map(({ name, role }) => `${name} (${role.replace('_', ' ')})`).join(' and ') + more;

/** Tells of every visit whom it met, what it found and what is to be done. */
export class OutcomeTeller {
  private readonly formerStaff: PeopleNames;
  private readonly details: Random;

  constructor(
    private readonly people: SchoolPeople,
    private readonly head: string,
    private readonly today: Day,
    private readonly random: Random,
  ) {
    this.formerStaff = new PeopleNames(random.fork('former staff'));
    this.details = random.fork('details');
  }

  tell(visits: readonly PastVisit[]): Outcomes {
    const told: Outcomes = { outcomes: [], peopleMet: [], tags: [], actions: [] };
    const since = academicYearSpan(addAcademicYears(academicYearOf(this.today), -1)).opensOn;
    for (const visit of visits) {
      const { themes, summary } = writeSummary(visit.school.plan, this.random);
      const met = this.met(visit);
      // Since last year the form asks for more than a summary.
      const isDetailed = visit.visitedOn >= since;
      const { tags, ...details } = isDetailed
        ? tellDetails(visit.school.plan.setting, this.details)
        : { ...NO_DETAILS, tags: [] };
      const visitId = visit.row.id;
      told.tags.push(...tags.map((tag) => ({ visitId, ...tag })));
      if (isDetailed) told.peopleMet.push(...this.asPeople(visit, met.people));
      told.outcomes.push({
        visitId,
        metWith: isDetailed ? null : inWords(met),
        summary,
        loggedById: visit.row.visitorId,
        loggedAt: this.loggedAt(visit.visitedOn),
        ...details,
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

  private met({ school, visitedOn }: PastVisit): Met {
    const { random } = this;
    if (random.chance(0.04)) return { people: [], more: '' };
    const head = this.nameThen(school, 'head_teacher', visitedOn);
    // Where no music lead is known today nobody has met one lately.
    const lately = daysBetween(visitedOn, this.today) < 730;
    if (lately && this.people.nameOf(school, 'music_lead') === null) {
      return { people: [head], more: random.chance(0.6) ? '' : ' and a class' };
    }
    const lead = this.nameThen(school, 'music_lead', visitedOn);
    return random.weighted<Met>([
      [{ people: [lead], more: '' }, 6],
      [{ people: [head, lead], more: '' }, 3],
      [{ people: [head], more: '' }, 2],
      [{ people: [lead], more: ' and a group of pupils' }, 1],
    ]);
  }

  /** As they are picked from the contacts, and as new ones who are not on record. */
  private asPeople({ school, site, row }: PastVisit, people: readonly Person[]) {
    return people.map(({ name, role }, position): VisitPersonMetEntity => {
      const contact = school === site ? this.people.find(school, role) : null;
      const contactId = contact?.name === name ? contact.id : null;
      return { visitId: row.id, position, contactId, name, role };
    });
  }

  /** Who it was at the time: further back it was more likely somebody else. */
  private nameThen(school: DemoSchool, role: Person['role'], day: Day): Person {
    const years = daysBetween(day, this.today) / 365;
    const now = this.people.nameOf(school, role);
    const same = now !== null && !this.random.chance(years * 0.17);
    return { name: same ? now : this.formerStaff.next(), role };
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
      deletedAt: null,
      deletedById: null,
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
