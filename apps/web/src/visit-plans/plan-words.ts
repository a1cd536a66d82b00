import type { VisitPlan, VisitPlanLine, VisitPlanFiguresOnRecord } from '@tracker/contract';
import { kmInWords, plural, type PlanLineStatus, ROAD_FACTOR } from '@tracker/domain';
import type { ToneName } from '../layout/palette';
import type { LineState } from '../paths/visit-plan-paths';

const number = (value: number) => value.toLocaleString('en-GB');

export const BAND_WORDS: Record<VisitPlanLine['band'], string> = {
  1: 'Not visited in three years',
  2: 'Due this year',
  3: 'Not due this year',
};

export const BAND_TONES: Record<VisitPlanLine['band'], ToneName> = {
  1: 'late',
  2: 'soon',
  3: 'quiet',
};

export const LINE_STATE_WORDS: Record<LineState, string> = {
  open: 'Proposed',
  stale: 'Needs a look',
  moved: 'Changed since the plan before',
  locked: 'Locked',
  accepted: 'Accepted',
  dropped: 'Left out by hand',
};

export const LINE_STATUS_WORDS: Record<PlanLineStatus, string> = {
  proposed: 'Proposed',
  accepted: 'Accepted',
  stale: 'Needs a look',
  dropped: 'Left out by hand',
};

export const LINE_STATUS_TONES: Record<PlanLineStatus, ToneName> = {
  proposed: 'quiet',
  accepted: 'booked',
  stale: 'late',
  dropped: 'quiet',
};

const HALF_TERMS = ['Autumn 1', 'Autumn 2', 'Spring 1', 'Spring 2', 'Summer 1', 'Summer 2'];

/** `Autumn 1`; a year of other than six half terms has them by number. @param halfTerm from 1 */
export function halfTermInWords(halfTerm: number, ofYear: number): string {
  if (halfTerm === 0) return 'In a holiday';
  const name = ofYear === HALF_TERMS.length ? HALF_TERMS[halfTerm - 1] : undefined;
  return name ?? `Half term ${halfTerm}`;
}

/** `All 94 schools not visited in three years are in it`, `80 of 94 … are in it`; null for none. */
function inIt(placed: number, waiting: number, which: [one: string, many: string]): string | null {
  if (waiting === 0) return null;
  if (placed === waiting) {
    return waiting === 1
      ? `the one school ${which[0]} is in it`
      : `all ${number(waiting)} schools ${which[1]} are in it`;
  }
  return `${placed === 0 ? 'none' : number(placed)} of ${plural(waiting, 'school')} ${waiting === 1 ? which[0] : which[1]} ${placed > 1 ? 'are' : 'is'} in it`;
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/** The plan in sentences, as it was made: visits, bands, travel, room. */
export function planInSentences(plan: Pick<VisitPlan, 'leftOut' | 'figures'>): string[] {
  const { figures, leftOut } = plan;
  if (!figures) return [];
  const bands = [
    inIt(figures.placed[1], figures.waiting[1], [
      'not visited in three years',
      'not visited in three years',
    ]),
    inIt(figures.placed[2], figures.waiting[2], [
      'that is due this year',
      'that are due this year',
    ]),
  ].filter((words) => words !== null);
  return [
    visitsSentence(figures),
    ...bands.map(sentence),
    ...(leftOut > 0
      ? [`${plural(leftOut, 'school')} ${leftOut === 1 ? 'is' : 'are'} left out.`]
      : []),
    ...(figures.days > 0 ? [travelSentence(figures)] : []),
    figures.roomSentence,
  ];
}

/** `168 visits for 179 in the year, with 11 held or booked.` */
function visitsSentence({ visits, total }: VisitPlanFiguresOnRecord): string {
  const others = total - visits;
  if (visits === 0) {
    return others === 0
      ? 'No school needs a visit.'
      : `No visit is proposed; ${plural(others, 'visit')} ${others === 1 ? 'is' : 'are'} held or booked.`;
  }
  if (others === 0) return `${plural(visits, 'visit')} ${visits === 1 ? 'is' : 'are'} proposed.`;
  return `${plural(visits, 'visit')} for ${number(total)} in the year, with ${number(others)} held or booked.`;
}

const travelSentence = ({ km, days }: VisitPlanFiguresOnRecord): string =>
  `${number(Math.round(km))} km on ${plural(days, 'day')}, by straight lines times ${ROAD_FACTOR}.`;

/** `36 visits become scheduled for Callum, Lucy and Owen; …` */
export function acceptSentence(lines: readonly Pick<VisitPlanLine, 'visitorName'>[]): string {
  if (lines.length === 0) return 'There is nothing to accept here.';
  const names = [...new Set(lines.map(({ visitorName }) => visitorName))];
  const become = lines.length === 1 ? 'visit becomes' : 'visits become';
  const whom = new Intl.ListFormat('en-GB').format(names);
  return `${number(lines.length)} ${become} scheduled for ${whom}; schools hear nothing until a visit is confirmed.`;
}

/** `3.2 km more`, `4 km less`, `no further`. */
export function kmMoreInWords(km: number): string {
  const words = kmInWords(Math.abs(km));
  return words === '0 km' ? 'no further' : `${words} ${km > 0 ? 'more' : 'less'}`;
}

/** `in time`, `2 half terms late`. */
export const lateInWords = (halfTerms: number): string =>
  halfTerms === 0 ? 'in time' : `${plural(halfTerms, 'half term')} late`;
