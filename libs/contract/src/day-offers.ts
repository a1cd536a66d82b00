import { DAY_OFFER_STATUSES, type OfferedDay, type VisitWarningKey } from '@tracker/domain';
import type { RecordVersion } from './common';
import { type AskedFilterOf, defineList } from './define-list';

/** `GET /api/day-offers`. */
export const DAY_OFFER_LIST = defineList({
  filters: {
    id: 'uuids',
    schoolId: 'uuids',
    regionId: 'regions',
    visitId: 'uuid',
    /** As it is today: one that nobody answered in time has expired. */
    state: DAY_OFFER_STATUSES,
    /** Answered, and nobody of the team has seen to it. */
    toSee: 'boolean',
  },
  sorts: ['id', 'createdAt', 'expiresOn', 'schoolName'],
});
export type DayOfferFilter = AskedFilterOf<typeof DAY_OFFER_LIST>;

/** A school, and the visit that the days are for where there is one. */
export interface SchoolToOffer {
  schoolId: string;
  visitId?: string;
}

/** `POST /api/day-offers/preview`: nothing is sent. */
export interface PreviewDayOffers {
  schools: SchoolToOffer[];
  /** Days in this stretch go first: a half term, say. */
  from?: string;
  to?: string;
}

/** Two or three days for a school. */
export interface NewDayOffer extends SchoolToOffer {
  /** To whom the mail goes; else as with the mail about a visit. */
  contactId?: string;
  days: OfferedDay[];
}

/** `POST /api/day-offers` */
export interface NewDayOffers {
  offers: NewDayOffer[];
}

/** `POST /api/day-offers/remind` */
export interface RemindDayOffers {
  ids: string[];
}

/** `POST /api/day-offers/:id/schedule`: one of the days that the school proposed, or another that was agreed. */
export interface ScheduleProposedDay extends RecordVersion {
  date: string;
  startTime?: string | null;
  /** Default: whoever would have come on the first of the days offered. */
  visitorId?: string;
  /** What is known to speak against it; undefined when nobody was asked. */
  accepting?: VisitWarningKey[];
}

/** What a link in a mail to a school ends in. */
export interface AnswerToken {
  token: string;
}

/** What a school says of its days. */
export interface SchoolSaying {
  reason?: string | null;
  /** The first day on which it can. */
  notBefore?: string | null;
  /** 1 Monday to 5 Friday. */
  neverWeekdays?: number[];
  cannot?: { from: string; to: string }[];
}

export const OFFER_ANSWERS = ['take', 'none', 'propose'] as const;

/** `POST /api/offered-days/answer` */
export interface OfferedDaysAnswer extends AnswerToken, SchoolSaying {
  answer: (typeof OFFER_ANSWERS)[number];
  /** With `take`: which of the days. */
  date?: string;
  /** With `propose`. */
  days?: string[];
  words?: string | null;
}

/** `POST /api/agreed-visit/cannot` */
export interface CannotMakeVisit extends AnswerToken, SchoolSaying {}
