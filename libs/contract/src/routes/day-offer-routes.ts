import type {
  AnswerToken,
  CannotMakeVisit,
  DAY_OFFER_LIST,
  NewDayOffers,
  OfferedDaysAnswer,
  PreviewDayOffers,
  RemindDayOffers,
  ScheduleProposedDay,
} from '../day-offers';
import type {
  AgreedVisit,
  DayOffer,
  DayOfferProposal,
  DayOfferSending,
  OfferedDays,
} from '../shapes/day-offers';
import type { Visit } from '../shapes/visits';
import type { ListRoute } from './route';

/** Days offered to schools, and what schools answer by their links. */
export interface DayOfferRoutes {
  'GET /api/day-offers': ListRoute<typeof DAY_OFFER_LIST, DayOffer>;
  'POST /api/day-offers/preview': { body: PreviewDayOffers; answer: DayOfferProposal[] };
  'POST /api/day-offers': { body: NewDayOffers; answer: DayOfferSending };
  'POST /api/day-offers/remind': { body: RemindDayOffers; answer: DayOfferSending };
  'POST /api/day-offers/{id}/withdraw': { answer: DayOffer };
  'POST /api/day-offers/{id}/seen': { answer: DayOffer };
  'POST /api/day-offers/{id}/schedule': { body: ScheduleProposedDay; answer: DayOffer };
  'POST /api/visits/{id}/can-after-all': { answer: Visit };
  'POST /api/offered-days': { body: AnswerToken; answer: OfferedDays };
  'POST /api/offered-days/answer': { body: OfferedDaysAnswer; answer: OfferedDays };
  'POST /api/agreed-visit': { body: AnswerToken; answer: AgreedVisit };
  'POST /api/agreed-visit/cannot': { body: CannotMakeVisit; answer: AgreedVisit };
}
