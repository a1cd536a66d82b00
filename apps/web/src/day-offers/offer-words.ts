import type { BestDay, DayOffer, DayOfferSending } from '@tracker/contract';
import {
  type DayOfferStatus,
  formatDay,
  kmInWords,
  listInWords,
  plural,
  type SchoolSaid,
} from '@tracker/domain';
import type { ToneName } from '../layout/palette';

export const OFFER_TONES: Record<DayOfferStatus, ToneName> = {
  sent: 'soon',
  taken: 'fine',
  none: 'late',
  proposed: 'urgent',
  withdrawn: 'quiet',
  expired: 'quiet',
};

/** How an offer stands, in a chip. */
export function offerInWords({ state, expiresOn, takenOn }: DayOffer): string {
  switch (state) {
    case 'sent':
      return `Days offered until ${formatDay(expiresOn)}`;
    case 'taken':
      return takenOn === null ? 'A day was taken' : `Took ${formatDay(takenOn)}`;
    case 'none':
      return 'None of the days suits';
    case 'proposed':
      return 'Proposes another day';
    case 'withdrawn':
      return 'Days withdrawn';
    case 'expired':
      return 'No answer in time';
  }
}

/** `Tue 3 Dec 2024, Thu 5 Dec 2024 and Mon 9 Dec 2024` */
export const daysInWords = (days: readonly string[]): string => listInWords(days.map(formatDay));

/** `Tue 8 Oct 2024 · Callum Reed · with Hatch End, 1.2 km` */
export function dayChoice({ date, visitorName, with: companions }: BestDay): string {
  const [first] = companions;
  return [
    formatDay(date),
    visitorName,
    ...(first ? [`with ${first.name}, ${kmInWords(first.km)}`] : []),
  ].join(' · ');
}

/** `3 schools get an email.` */
export const sentInWords = ({ sent }: DayOfferSending): string =>
  `${plural(sent.length, 'school')} ${sent.length === 1 ? 'gets' : 'get'} an email.`;

/** What a form of saying holds. */
export interface SayingForm {
  reason: string;
  notBefore: string;
  neverWeekdays: string[];
  from: string;
  to: string;
}

export const NOTHING_SAID: SayingForm = {
  ...{ reason: '', notBefore: '', neverWeekdays: [], from: '', to: '' },
};

/** As the API takes it; days that are no dates go as they are typed, to be refused by their field. */
export function saidOf(form: SayingForm): SchoolSaid {
  const { reason, notBefore, from, to } = form;
  return {
    reason: reason.trim() || null,
    notBefore: notBefore || null,
    neverWeekdays: form.neverWeekdays.map(Number).sort((a, b) => a - b),
    cannot: from || to ? [{ from, to: to || from }] : [],
  };
}
