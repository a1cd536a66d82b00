import { DAY_OFFER_STATUSES } from '@tracker/domain';
import { BEST_DAY } from './planning';
import { ID, record } from './records';
import { SURVEY_HUB } from './surveys';
import {
  day,
  flag,
  instant,
  listOf,
  note,
  oneOf,
  orNull,
  shape,
  showing,
  text,
  type TypeOf,
  uuid,
} from './shape';

export const DAY_ON_OFFER = shape(
  'DayOnOffer',
  'A day that a school is offered, and who would come.',
  {
    date: day('2024-12-03'),
    visitorId: uuid(ID.head),
    visitorName: text('Callum Reed'),
  },
);

export const DAY_OFFER = shape('DayOffer', 'Days that a school may choose from by a link.', {
  ...record('0c7e2a94-5b1d-4f60-8a3e-9d2c4b6f1e01'),
  schoolId: uuid(ID.school),
  schoolName: text('Mill Lane Primary School'),
  regionId: orNull(uuid(ID.region)),
  state: note('As it is today.', oneOf(DAY_OFFER_STATUSES, 'sent')),
  days: listOf(DAY_ON_OFFER),
  expiresOn: note('The last day on which the school can answer.', day('2024-11-30')),
  visitId: note('What the days are for, then what was made of one.', orNull(uuid(ID.visit), null)),
  contactName: note('To whom the email went.', orNull(text('Jo Marsh'))),
  offeredById: uuid(ID.head),
  offeredByName: text('Hilary Marsh'),
  remindedOn: orNull(day('2024-11-27'), null),
  answeredAt: orNull(instant('2024-11-25T09:15:00.000Z'), null),
  takenOn: note('The day that was taken.', orNull(day('2024-12-03'), null)),
  said: note(
    'What the school said of its days, in words.',
    orNull(text('Never on Fridays.'), null),
  ),
  proposedDays: note('Days that the school proposed.', showing([], listOf(day('2024-12-10')))),
  words: note('What it wrote with them.', orNull(text('Any Tuesday in January.'), null)),
  handledAt: note(
    'When one of the team saw to the answer.',
    orNull(instant('2024-11-25T10:00:00.000Z'), null),
  ),
  handledByName: orNull(text('Hilary Marsh'), null),
});
/** Days that a school may choose from by a link. */
export type DayOffer = TypeOf<typeof DAY_OFFER>;

export const DAY_OFFER_PROPOSAL = shape('DayOfferProposal', 'What a school would be offered.', {
  schoolId: uuid(ID.school),
  schoolName: text('Mill Lane Primary School'),
  visitId: orNull(uuid(ID.visit), null),
  contactId: orNull(uuid(ID.contact)),
  contactName: orNull(text('Jo Marsh')),
  contactAddress: note(
    'Null where nobody at the school has an address.',
    orNull(text('jo@mill-lane.example')),
  ),
  chosen: note('Which of the days are proposed: three, or two.', listOf(day('2024-12-03'))),
  days: note('Days to choose from, the best first.', listOf(BEST_DAY)),
  why: note(
    'Why it cannot be offered any: no day, no address, or an offer that is open.',
    orNull(text('Days have been offered already, until Sat 30 Nov 2024.'), null),
  ),
});
export type DayOfferProposal = TypeOf<typeof DAY_OFFER_PROPOSAL>;

export const REFUSED_OFFER = shape('RefusedOffer', 'A school to which nothing was sent, and why.', {
  schoolId: uuid(ID.school),
  schoolName: text('Mill Lane Primary School'),
  message: text('Nobody at the school has an email address.'),
});

export const DAY_OFFER_SENDING = shape('DayOfferSending', 'What was sent and what was not.', {
  sent: listOf(DAY_OFFER),
  refused: listOf(REFUSED_OFFER),
});
/** `POST /api/day-offers` and `/remind` */
export type DayOfferSending = TypeOf<typeof DAY_OFFER_SENDING>;

export const DAY_TO_CHOOSE = shape('DayToChoose', 'A day as a school sees it.', {
  date: day('2024-12-03'),
  visitorName: text('Callum Reed'),
  gone: note('It was taken meanwhile.', flag(false)),
});

export const OFFERED_DAYS = shape('OfferedDays', 'What a link to offered days opens.', {
  schoolName: text('Mill Lane Primary School'),
  hub: SURVEY_HUB,
  state: oneOf(DAY_OFFER_STATUSES, 'sent'),
  days: listOf(DAY_TO_CHOOSE),
  expiresOn: day('2024-11-30'),
  takenOn: orNull(day('2024-12-03'), null),
  visitorName: note('The visitor of the day that was taken.', orNull(text('Callum Reed'), null)),
  closed: note(
    'Why nothing can be chosen any more; null while it can, and once it was answered.',
    orNull(text('These days were kept until Sat 30 Nov 2024.'), null),
  ),
});
/** `POST /api/offered-days`: what a link to offered days opens. */
export type OfferedDays = TypeOf<typeof OFFERED_DAYS>;

export const AGREED_VISIT = shape('AgreedVisit', 'The visit that a link is about.', {
  schoolName: text('Mill Lane Primary School'),
  hub: SURVEY_HUB,
  day: orNull(day('2024-12-03')),
  startTime: orNull(text('09:30')),
  visitorName: orNull(text('Callum Reed')),
  cannot: note('The school has said that it cannot make this day.', flag(false)),
  closed: note(
    'Why there is nothing to say any more.',
    orNull(text('This visit was on Tue 3 Dec 2024.'), null),
  ),
});
/** `POST /api/agreed-visit`: the visit that a link is about. */
export type AgreedVisit = TypeOf<typeof AGREED_VISIT>;
