import { Injectable } from '@nestjs/common';
import type { DayOfferProposal, SignedInUser } from '@tracker/contract';
import { chooseRecipient, formatDay } from '@tracker/domain';
import { CONTACTS_OF_SCHOOL, Clock } from '@tracker/work';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { requireWriteAtSchool } from '../auth/access';
import { SCHOOLS_OF_OFFERS } from './day-offer.queries';
import type { PreviewDayOffersDto } from './day-offers.dto';
import { OfferBook } from './offer-book';

const NO_DAY = 'There are no two days left on which it could be visited.';

/** What each of several schools would be offered, none of them the place of another. */
@Injectable()
export class OfferPreviewService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws 404; 403 where one of the schools is not theirs */
  preview(
    user: SignedInUser,
    { schools, from, to }: PreviewDayOffersDto,
  ): Promise<DayOfferProposal[]> {
    const today = this.clock.today();
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      for (const { schoolId } of schools) await requireWriteAtSchool(manager, user, schoolId);
      const book = await OfferBook.read(manager, { today });
      const rows = await SCHOOLS_OF_OFFERS.rows(
        manager,
        schools.map(({ schoolId }) => schoolId),
        today,
      );
      const span = from !== undefined && to !== undefined ? { from, to } : undefined;
      const proposals: DayOfferProposal[] = [];
      for (const { schoolId, visitId = null } of schools) {
        const {
          urn,
          name: schoolName,
          openUntil,
          booked,
        } = rows.find(({ id }) => id === schoolId)!;
        const contact = chooseRecipient(await CONTACTS_OF_SCHOOL.rows(manager, schoolId));
        const isAgreed = booked !== null && booked.id !== visitId;
        const days = openUntil !== null || isAgreed ? [] : book.days(urn, span);
        const chosen = OfferBook.chosen(days);
        if (contact)
          book.keep(
            urn,
            chosen.map(({ date, visitorId }) => ({ date, visitorId })),
          );
        proposals.push({
          ...{ schoolId, schoolName, visitId, days, chosen: chosen.map(({ date }) => date) },
          ...{ contactId: contact?.id ?? null, contactName: contact?.name ?? null },
          contactAddress: contact?.email ?? null,
          why:
            openUntil !== null
              ? `Days have been offered already, until ${formatDay(openUntil)}.`
              : isAgreed
                ? `A visit is agreed already, for ${formatDay(booked.day)}.`
                : !contact
                  ? 'Nobody at the school has an email address.'
                  : chosen.length === 0
                    ? NO_DAY
                    : null,
        });
      }
      return proposals;
    });
  }
}
