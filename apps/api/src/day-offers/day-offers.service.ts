import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type {
  DAY_OFFER_LIST,
  DayOffer,
  DayOfferSending,
  SignedInUser,
  Visit,
} from '@tracker/contract';
import { checkOfferedDays, dayOfferState, formatDay, offerExpiresOn } from '@tracker/domain';
import {
  ContactEntity,
  DayOfferEntity,
  getHubSettings,
  takeLock,
  VisitDeclineEntity,
  VisitEntity,
} from '@tracker/data';
import { Clock, JobQueue, queueDayOfferMail } from '@tracker/work';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { requireWriteAtSchool } from '../auth/access';
import { addFilters } from '../http/filter-conditions';
import type { Page } from '../http/list-answer';
import type { ListQuery } from '../http/list-query';
import { pageOfList } from '../http/list-statement';
import { conflict, notFound } from '../http/problem';
import { SqlConditions } from '../http/sql-conditions';
import { Transactions } from '../http/transactions';
import { lockForChange } from '../http/version';
import { VisitsService } from '../visits/visits.service';
import { BookedDaysService } from './booked-days.service';
import {
  asDayOffer,
  COUNTED_OFFERS,
  DAY_OFFER_CONDITIONS,
  getDayOffer,
  selectOffer,
} from './day-offer-list';
import { SCHOOLS_OF_OFFERS, SETTLE_EARLIER } from './day-offer.queries';
import type {
  NewDayOfferDto,
  NewDayOffersDto,
  RemindDayOffersDto,
  ScheduleProposedDayDto,
} from './day-offers.dto';
import { OfferBook } from './offer-book';

const NO_ADDRESS = 'Nobody at the school has an email address.';

/** A school to which nothing is sent, and why. */
class RefusedOffer extends Error {}

/** Days offered to schools, by the team. */
@Injectable()
export class DayOffersService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: JobQueue,
    private readonly booked: BookedDaysService,
    private readonly visits: VisitsService,
  ) {}

  list(query: ListQuery<typeof DAY_OFFER_LIST>): Promise<Page<DayOffer>> {
    const today = this.clock.today();
    const conditions = addFilters(new SqlConditions(), DAY_OFFER_CONDITIONS, query.filter, {
      today,
    });
    const rows = (stored: Parameters<typeof asDayOffer>[0][]) => stored.map(asDayOffer);
    const list = { select: selectOffer(today), counted: COUNTED_OFFERS, conditions, rows };
    return pageOfList(this.dataSource, { ...list, order: query.order }, query);
  }

  /**
   * One mail for each school; what one is refused for leaves the others be.
   *
   * @throws 404; 403 where one of the schools is not theirs
   */
  async send(user: SignedInUser, { offers }: NewDayOffersDto): Promise<DayOfferSending> {
    const sending = await this.transactions.write(async (manager): Promise<DayOfferSending> => {
      for (const { schoolId } of offers) await requireWriteAtSchool(manager, user, schoolId);
      // What is spoken for is asked and written by one at a time.
      await takeLock(manager, 'dayOffers');
      const book = await this.bookFor(manager, offers);
      const answer: DayOfferSending = { sent: [], refused: [] };
      for (const offer of offers) {
        const { schoolId } = offer;
        try {
          const id = await this.sendOne(manager, user, offer, book);
          answer.sent.push(await getDayOffer(manager, id, this.clock.today()));
        } catch (error) {
          if (!(error instanceof RefusedOffer)) throw error;
          const { name: schoolName } = await requireWriteAtSchool(manager, user, schoolId);
          answer.refused.push({ schoolId, schoolName, message: error.message });
        }
      }
      return answer;
    });
    if (sending.sent.length > 0) await this.jobs.nudge('send-mails', {});
    return sending;
  }

  private bookFor(manager: EntityManager, offers: readonly NewDayOfferDto[]): Promise<OfferBook> {
    const today = this.clock.today();
    const first = offers.flatMap(({ days }) => days.map(({ date }) => date)).sort()[0];
    return OfferBook.read(manager, {
      today,
      from: first !== undefined && first > today ? first : undefined,
    });
  }

  /** @throws RefusedOffer with the sentence that says why, before anything is written */
  private async sendOne(
    manager: EntityManager,
    user: SignedInUser,
    { schoolId, visitId, contactId, days }: NewDayOfferDto,
    book: OfferBook,
  ): Promise<string> {
    const today = this.clock.today();
    const refuse = (messages: readonly string[]) => {
      if (messages.length > 0) throw new RefusedOffer([...new Set(messages)].join(' '));
    };
    refuse(checkOfferedDays(days, today).map(({ message }) => message));
    const [school] = await SCHOOLS_OF_OFFERS.rows(manager, [schoolId], today);
    if (!school) throw notFound('the school');
    const { urn, openUntil, booked } = school;
    if (openUntil !== null)
      refuse([`Days have been offered already, until ${formatDay(openUntil)}.`]);
    if (booked && booked.id !== visitId) {
      refuse([`A visit is agreed already, for ${formatDay(booked.day)}.`]);
    }
    if (visitId !== undefined) {
      const visit = await manager.findOneBy(VisitEntity, { id: visitId, schoolId });
      const isOpen = visit?.status === 'proposed' || visit?.status === 'scheduled';
      if (!isOpen) refuse(['The visit is not one that waits for a day.']);
    }
    if (contactId !== undefined) {
      const contact = await manager.findOneBy(ContactEntity, { id: contactId, schoolId });
      if (!contact?.email) refuse(['This contact has no email address.']);
    }
    refuse(book.faults(urn, days).map(({ message }) => message));
    const { planning } = await getHubSettings(manager);
    const expiresOn = offerExpiresOn(days, today, planning.offerDays);
    if (expiresOn < today) refuse(['Offer days after tomorrow.']);
    if (!(await hasAddress(manager, schoolId))) refuse([NO_ADDRESS]);
    await SETTLE_EARLIER.run(manager, schoolId, today, user.id);
    const plain = days.map(({ date, visitorId }) => ({ date, visitorId }));
    const { id } = await manager.save(
      manager.create(DayOfferEntity, {
        ...{ schoolId, expiresOn, days: plain, offeredById: user.id },
        ...{ visitId: visitId ?? null, contactId: contactId ?? null },
      }),
    );
    await queueDayOfferMail(manager, id, 'day_offer', `day-offer:${id}`);
    book.keep(urn, plain);
    return id;
  }

  /** Once a day for each school that has not answered. @throws 404; 403 */
  async remind(user: SignedInUser, { ids }: RemindDayOffersDto): Promise<DayOfferSending> {
    const today = this.clock.today();
    const sending = await this.transactions.write(async (manager): Promise<DayOfferSending> => {
      const answer: DayOfferSending = { sent: [], refused: [] };
      for (const id of [...new Set(ids)].sort()) {
        const offer = await this.lock(manager, user, id);
        const { schoolId, schoolName } = await getDayOffer(manager, id, today);
        const refuse = (message: string) => answer.refused.push({ schoolId, schoolName, message });
        const state = dayOfferState(offer, today);
        if (state === 'expired') {
          refuse(`The days were kept until ${formatDay(offer.expiresOn)}. Offer days again.`);
        } else if (state !== 'sent') refuse('The school has answered, or the days were withdrawn.');
        else if (offer.remindedOn === today) refuse('The school was reminded today.');
        else if (
          await queueDayOfferMail(manager, id, 'day_offer_reminder', `day-offer:${id}:${today}`)
        ) {
          offer.remindedOn = today;
          await manager.save(offer);
          answer.sent.push(await getDayOffer(manager, id, today));
        } else refuse(NO_ADDRESS);
      }
      return answer;
    });
    if (sending.sent.length > 0) await this.jobs.nudge('send-mails', {});
    return sending;
  }

  /** The places are free again; the link says so. @throws 404; 403; 409 answered already */
  withdraw(user: SignedInUser, id: string): Promise<DayOffer> {
    return this.transactions.write(async (manager) => {
      const offer = await this.lock(manager, user, id);
      const today = this.clock.today();
      if (offer.status !== 'sent') {
        throw conflict('The school has answered already.', await getDayOffer(manager, id, today));
      }
      offer.status = 'withdrawn';
      await manager.save(offer);
      return getDayOffer(manager, id, today);
    });
  }

  /** Somebody of the team has seen to what the school answered. @throws 404; 403 */
  see(user: SignedInUser, id: string): Promise<DayOffer> {
    return this.transactions.write(async (manager) => {
      const offer = await this.lock(manager, user, id);
      if (offer.handledAt === null && offer.answer !== null) {
        await manager.save(Object.assign(offer, { handledAt: new Date(), handledById: user.id }));
      }
      return getDayOffer(manager, id, this.clock.today());
    });
  }

  /**
   * A confirmed visit on a day that the school proposed, or that was agreed since.
   *
   * @throws 404; 403; 409 overtaken, or with the warnings that nobody has accepted
   */
  async schedule(
    user: SignedInUser,
    id: string,
    { version, date, startTime, visitorId, accepting = [] }: ScheduleProposedDayDto,
  ): Promise<DayOffer> {
    const today = this.clock.today();
    const offer = await this.transactions.write(async (manager) => {
      const present = () => getDayOffer(manager, id, today);
      await takeLock(manager, 'dayOffers');
      const offer = await this.lock(manager, user, id, version);
      if (offer.status !== 'proposed') {
        throw conflict('Only a day that a school has proposed is scheduled here.', await present());
      }
      const who = visitorId ?? offer.days[0]!.visitorId;
      const why = 'The school proposed this day by its link.';
      const day = { date, startTime, visitorId: who, accepting, why };
      const made = await this.booked.book(manager, user, offer, day);
      const answer = { kind: 'taken', date, visitorId: who } as const;
      Object.assign(offer, { status: 'taken', answer, visitId: made });
      await manager.save(Object.assign(offer, { handledAt: new Date(), handledById: user.id }));
      return present();
    });
    await Promise.all([
      this.jobs.nudge('refresh-priority-scores', {}),
      this.jobs.nudge('send-mails', {}),
    ]);
    return offer;
  }

  /** The school can make its visit after all, or somebody has seen to it otherwise. @throws 404; 403 */
  canAfterAll(user: SignedInUser, visitId: string): Promise<Visit> {
    return this.transactions.write(async (manager) => {
      const { schoolId } = await this.visits.get(visitId, manager);
      await requireWriteAtSchool(manager, user, schoolId);
      const handled = { handledAt: new Date(), handledById: user.id };
      await manager.update(VisitDeclineEntity, { visitId, handledAt: IsNull() }, handled);
      return this.visits.get(visitId, manager);
    });
  }

  private async lock(
    manager: EntityManager,
    user: SignedInUser,
    id: string,
    version?: number,
  ): Promise<DayOfferEntity> {
    const present = () => getDayOffer(manager, id, this.clock.today());
    const offer = await lockForChange(manager, DayOfferEntity, id, {
      ...{ what: 'the offer of days', version, present },
    });
    await requireWriteAtSchool(manager, user, offer.schoolId);
    return offer;
  }
}

async function hasAddress(manager: EntityManager, schoolId: string): Promise<boolean> {
  const contacts = await manager.findBy(ContactEntity, { schoolId });
  return contacts.some(({ email }) => Boolean(email));
}
