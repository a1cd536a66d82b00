import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { OfferedDays } from '@tracker/contract';
import {
  checkProposedDays,
  dayOfferState,
  formatDay,
  type SchoolAnswered,
  saysMore,
} from '@tracker/domain';
import { DayOfferEntity, type OfferAnswer, takeLock, UserEntity } from '@tracker/data';
import { Clock, JobQueue, queueAnswerMail } from '@tracker/work';
import { type DataSource, type EntityManager, In } from 'typeorm';
import { SchoolAvailabilityService } from '../capacity/school-availability.service';
import { conflict, unacceptable, unacceptableField } from '../http/problem';
import { Transactions } from '../http/transactions';
import { BookedDaysService } from './booked-days.service';
import { getDayOffer } from './day-offer-list';
import { hubOf, LinkDoor, schoolOfLink } from './link-door';
import { readSaying, sayingOf } from './saying';
import type { OfferedDaysAnswerDto } from './school-link.dto';

const ASK = 'Ask the music hub for other days.';

/** Offered days as a school sees and answers them, with nothing but its link. */
@Injectable()
export class OfferedDaysService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: JobQueue,
    private readonly door: LinkDoor,
    private readonly booked: BookedDaysService,
    private readonly availability: SchoolAvailabilityService,
  ) {}

  /** Looking changes nothing: mail programs open links by themselves. @throws 422; 429 */
  async open(token: string, address: string): Promise<OfferedDays> {
    const { manager } = this.dataSource;
    const { id } = await this.door.enter(manager, token, address, 'dayOfferId');
    return this.show(manager, await manager.findOneByOrFail(DayOfferEntity, { id }));
  }

  /**
   * Takes one of the days, says that none suits, or proposes others. The same answer twice is one answer.
   *
   * @throws 409 answered already, or the day was taken meanwhile; 422 naming each field
   */
  async answer(input: OfferedDaysAnswerDto, address: string): Promise<OfferedDays> {
    const { manager } = this.dataSource;
    const link = await this.door.enter(manager, input.token, address, 'dayOfferId');
    const shown = await this.transactions.write(async (manager) => {
      if (input.answer === 'take') await takeLock(manager, 'dayOffers');
      const offer = await manager.findOneOrFail(DayOfferEntity, {
        ...{ where: { id: link.id }, lock: { mode: 'pessimistic_write' } },
      });
      if (isRepeated(offer.answer, input)) return this.show(manager, offer);
      await this.requireOpen(manager, offer);
      offer.answer = await this.answerOf(manager, offer, input, link.contactId);
      const status = offer.answer.kind;
      await manager.save(Object.assign(offer, { status, answeredAt: new Date() }));
      await this.tellTeam(manager, offer, offer.answer);
      return this.show(manager, offer);
    });
    await Promise.all([
      this.jobs.nudge('refresh-priority-scores', {}),
      this.jobs.nudge('send-mails', {}),
    ]);
    return shown;
  }

  private async answerOf(
    manager: EntityManager,
    offer: DayOfferEntity,
    input: OfferedDaysAnswerDto,
    contactId: string | null,
  ): Promise<OfferAnswer> {
    const today = this.clock.today();
    if (input.answer === 'take') return this.take(manager, offer, input.date);
    if (input.answer === 'propose') {
      const proposal = proposalOf(input);
      const faults = checkProposedDays(input.days ?? [], proposal.words, today);
      if (faults.length > 0) throw unacceptable(faults);
      return proposal;
    }
    const said = readSaying(input, today);
    if (saysMore(said)) {
      await this.availability.addSaid(manager, offer.schoolId, { ...said, contactId });
    }
    return { kind: 'none', ...said };
  }

  private async take(
    manager: EntityManager,
    offer: DayOfferEntity,
    date: string | undefined,
  ): Promise<OfferAnswer> {
    const day = offer.days.find((one) => one.date === date);
    if (!day) throw unacceptableField('date', 'Choose one of the days.');
    if (await this.booked.isGone(manager, offer.schoolId, day)) {
      const left = (await this.show(manager, offer)).days.filter(({ gone }) => !gone);
      const rest =
        left.length === 0
          ? `None of the days is left. ${ASK}`
          : `Choose another: ${left.map((one) => formatDay(one.date)).join(' or ')}.`;
      throw conflict(`${formatDay(day.date)} has been taken in the meantime. ${rest}`);
    }
    const why = 'The school took this day by its link.';
    offer.visitId = await this.booked.book(manager, 'school', offer, { ...day, why });
    return { kind: 'taken', ...day };
  }

  private async requireOpen(manager: EntityManager, offer: DayOfferEntity): Promise<void> {
    if (offer.answer?.kind === 'taken') {
      const { date } = offer.answer;
      throw conflict(
        `${formatDay(date)} has been taken for this visit already. To change it, use the link in the email that confirmed it.`,
      );
    }
    if (offer.answer !== null) {
      throw conflict(
        'This has been answered already. To change the answer, write to the music hub.',
      );
    }
    const { closed } = await this.show(manager, offer);
    if (closed !== null) throw conflict(closed);
  }

  private async tellTeam(
    manager: EntityManager,
    offer: DayOfferEntity,
    answer: OfferAnswer,
  ): Promise<void> {
    const { id, schoolId, days, offeredById } = offer;
    const told = await getDayOffer(manager, id, this.clock.today());
    const userIds = new Set([offeredById, ...days.map(({ visitorId }) => visitorId)]);
    await queueAnswerMail(manager, {
      ...{ schoolId, occasion: `day-offer:${id}:${answer.kind}`, userIds: [...userIds] },
      answered: inWords(answer, told),
    });
  }

  private async show(manager: EntityManager, offer: DayOfferEntity): Promise<OfferedDays> {
    const today = this.clock.today();
    const { schoolId, expiresOn, answer } = offer;
    const { name: schoolName, isClosed } = await schoolOfLink(manager, schoolId);
    const visitors = await manager.findBy(UserEntity, {
      id: In(offer.days.map(({ visitorId }) => visitorId)),
    });
    const nameOf = (id: string) => visitors.find((user) => user.id === id)?.name ?? '';
    const state = dayOfferState(offer, today);
    const isOpen = state === 'sent' && !isClosed;
    const days = [];
    const byDate = [...offer.days].sort((a, b) => (a.date < b.date ? -1 : 1));
    for (const day of byDate) {
      const gone = isOpen && (await this.booked.isGone(manager, schoolId, day));
      days.push({ date: day.date, visitorName: nameOf(day.visitorId), gone });
    }
    const taken = answer?.kind === 'taken' ? answer : null;
    return {
      ...{ schoolName, hub: await hubOf(manager, offer.offeredById), state, days, expiresOn },
      takenOn: taken?.date ?? null,
      visitorName: taken && nameOf(taken.visitorId),
      closed: isClosed
        ? `${schoolName} has closed. Ask the music hub about days for the school that followed it.`
        : state === 'expired'
          ? `These days were kept until ${formatDay(expiresOn)}. ${ASK}`
          : state === 'withdrawn'
            ? `The music hub has withdrawn these days. ${ASK}`
            : null,
    };
  }
}

/** A second press: exactly what was answered already. Anything else would be lost. */
function isRepeated(answer: OfferAnswer | null, input: OfferedDaysAnswerDto): boolean {
  if (answer?.kind === 'taken') return input.answer === 'take' && input.date === answer.date;
  if (answer?.kind === 'proposed') {
    return input.answer === 'propose' && isDeepStrictEqual(proposalOf(input), answer);
  }
  if (answer?.kind !== 'none' || input.answer !== 'none') return false;
  return isDeepStrictEqual({ kind: 'none', ...sayingOf(input) }, answer);
}

const proposalOf = ({ days = [], words }: OfferedDaysAnswerDto) => ({
  ...{ kind: 'proposed' as const, days: [...days].sort(), words: words || null },
});

function inWords(
  answer: OfferAnswer,
  { said, days }: { said: string | null; days: { visitorId: string; visitorName: string }[] },
): SchoolAnswered {
  if (answer.kind === 'none') return { kind: 'none', said: said ?? '' };
  if (answer.kind === 'proposed') return answer;
  const visitorName = days.find(({ visitorId }) => visitorId === answer.visitorId)?.visitorName;
  return { kind: 'taken', day: answer.date, visitorName: visitorName ?? 'a visitor' };
}
