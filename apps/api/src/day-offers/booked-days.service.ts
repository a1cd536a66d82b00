import { Injectable } from '@nestjs/common';
import {
  academicYearOf,
  type Day,
  explainLine,
  formatDay,
  isDay,
  PlanView,
  type VisitWarningKey,
  visitorForbids,
} from '@tracker/domain';
import { DayOfferEntity, VisitRecipientEntity } from '@tracker/data';
import { Clock } from '@tracker/work';
import type { EntityManager } from 'typeorm';
import { type Writer } from '../auth/access';
import { conflict } from '../http/problem';
import { BestDaysService } from '../planning/best-days.service';
import {
  ACCEPT_LINE,
  HAND_OVER_LINE,
  LOCK_TOUCHED,
  PLACE_LINE,
  SHARE_PLAN,
} from '../visit-plans/visit-plan-line.queries';
import { VisitLifeService } from '../visits/visit-life.service';
import { VisitsService } from '../visits/visits.service';
import { HOLD_OPEN_VISITS, LINE_OF_SCHOOL } from './day-offer.queries';

/** A day that a school and the team agree on. */
export interface AgreedDay {
  date: Day;
  visitorId: string;
  startTime?: string | null | undefined;
  /** What is known to speak against it; undefined where nobody is asked. */
  accepting?: VisitWarningKey[] | undefined;
  /** For the visit's history. */
  why: string;
}

/** Makes a confirmed visit of a day that a school has taken, by the same steps as the dialogues. */
@Injectable()
export class BookedDaysService {
  constructor(
    private readonly clock: Clock,
    private readonly days: BestDaysService,
    private readonly visits: VisitsService,
    private readonly life: VisitLifeService,
  ) {}

  /**
   * Whether a visitor's place of a day is taken: by visits, absence or the end of their account. Lines of a plan and
   * days that other schools may still take are not in the way of whoever takes one.
   */
  async isGone(
    manager: EntityManager,
    schoolId: string,
    { date, visitorId }: Pick<AgreedDay, 'date' | 'visitorId'>,
  ): Promise<boolean> {
    if (!isDay(date) || date <= this.clock.today()) return true;
    const asked = { schoolId, from: date, besideVisitorId: visitorId };
    const { reading, urn } = await this.days.read(asked, manager);
    const { problem } = reading;
    const visitor = problem.visitors.find(({ id }) => id === visitorId);
    if (!visitor || !problem.schoolDays.includes(date)) return true;
    if (visitorForbids(visitor, date) !== null) return true;
    const onDay = problem.booked.filter(
      (visit) =>
        visit.visitorId === visitorId &&
        visit.date === date &&
        visit.urn !== urn &&
        visit.status !== 'offered',
    );
    return onDay.length >= visitor.perDay;
  }

  /**
   * The caller's transaction holds the offer. The visit is the one that the days are for, else one that the school
   * has proposed, else a new one; an open line of the year's plan becomes it.
   *
   * @throws 409 where the visit was called off, or another is agreed
   */
  async book(
    manager: EntityManager,
    writer: Writer,
    offer: DayOfferEntity,
    day: AgreedDay,
  ): Promise<string> {
    const { schoolId } = offer;
    const { date, visitorId, accepting, why } = day;
    const line = await LINE_OF_SCHOOL.row(manager, schoolId, academicYearOf(date));
    if (line) {
      await SHARE_PLAN.run(manager, line.planId);
      await LOCK_TOUCHED.run(manager, line.id, schoolId, [line.visitorId, visitorId]);
    }
    const visit = await this.visitOf(manager, offer);
    if (line) {
      await this.placeLine(manager, line.id, schoolId, { date, visitorId });
      await HAND_OVER_LINE.run(manager, line.id);
    }
    const plan = { scheduledOn: date, visitorId, accepting, ...timeOf(day) };
    const isSame = visit?.status === 'scheduled' && visit.day === date && !day.startTime;
    const { id } = !visit
      ? await this.visits.createIn(manager, writer, {
          ...{ schoolId, scheduledOn: date, visitorId },
          ...(accepting ? { accepting } : {}),
          ...(day.startTime ? { startTime: day.startTime } : {}),
        })
      : isSame
        ? visit
        : await this.life.scheduleIn(manager, writer, visit.id, withoutUndefined(plan));
    if (line) await ACCEPT_LINE.run(manager, line.id, id);
    if (offer.contactId !== null) {
      const recipient = { visitId: id, contactId: offer.contactId };
      await manager
        .createQueryBuilder()
        .insert()
        .into(VisitRecipientEntity)
        .values(recipient)
        .orIgnore()
        .execute();
    }
    await this.life.confirmIn(manager, writer, id, why);
    return id;
  }

  private async visitOf(manager: EntityManager, { schoolId, visitId }: DayOfferEntity) {
    const open = await HOLD_OPEN_VISITS.rows(manager, schoolId, this.clock.today());
    const agreed = open.find(({ id, status }) => status !== 'proposed' && id !== visitId);
    if (agreed?.day) {
      throw conflict(`A visit is agreed already, for ${formatDay(agreed.day)}.`);
    }
    const own = open.find(({ id }) => id === visitId);
    if (visitId !== null && !own) {
      throw conflict('The visit that these days were for has been called off.');
    }
    if (own?.status === 'confirmed' && own.day) {
      throw conflict(`The visit is confirmed already, for ${formatDay(own.day)}.`);
    }
    return own ?? open.find(({ status }) => status === 'proposed') ?? null;
  }

  /** The line goes where its visit will be, with what is said of it there. */
  private async placeLine(
    manager: EntityManager,
    id: string,
    schoolId: string,
    { date, visitorId }: Pick<AgreedDay, 'date' | 'visitorId'>,
  ): Promise<void> {
    const asked = { schoolId, from: date, besideVisitorId: visitorId };
    const { reading, lines, urn } = await this.days.read(asked, manager);
    const at = { urn, date, visitorId };
    const others = lines.filter((other) => other.urn !== urn);
    const view = new PlanView(reading.problem, [...others, at]);
    if (!view.schools.has(urn) || !view.visitors.has(visitorId)) return;
    await PLACE_LINE.run(manager, { ...explainLine(view, at), id, knowing: [] });
  }
}

const timeOf = ({ startTime }: AgreedDay) => (startTime == null ? {} : { startTime });

/** A step leaves alone what it is not told. */
const withoutUndefined = <T extends { accepting?: VisitWarningKey[] | undefined }>({
  accepting,
  ...plan
}: T) => ({ ...plan, ...(accepting ? { accepting } : {}) });
