import { plural } from '../plural';

/** Figures of one day, to be set beside those of a week before. */
export interface WeekFigures {
  visits: number;
  schoolsCovered: number;
  booked: number;
  surveys: number;
  notVisitedInThreeYears: number;
  /** Visits that can still be made less schools not yet covered. */
  slack: number;
}

export interface WeekChange {
  key: keyof WeekFigures;
  words: string;
}

/** `2 more schools`, `1 fewer school`. */
const moreOrFewer = (change: number, one: string): string =>
  plural(Math.abs(change), `${change > 0 ? 'more' : 'fewer'} ${one}`);

type Sentence = (change: number, before: number, now: number) => string;

const SENTENCES: Record<keyof WeekFigures, Sentence> = {
  visits: (change) =>
    change > 0
      ? `${plural(change, 'visit')} completed`
      : `${plural(-change, 'visit')} no longer on record`,
  schoolsCovered: (change) => `${moreOrFewer(change, 'school')} covered in this cycle`,
  surveys: (change) =>
    change > 0 ? `${plural(change, 'survey')} submitted` : moreOrFewer(change, 'survey'),
  booked: (change) => `${moreOrFewer(change, 'school')} booked`,
  notVisitedInThreeYears: (change) => `${moreOrFewer(change, 'school')} not visited in three years`,
  slack: slackChange,
};

/** What is missed is what people ask for; visits to spare matter where no school is missed. */
function slackChange(change: number, before: number, now: number): string {
  const missed = Math.max(0, -now) - Math.max(0, -before);
  if (missed !== 0) return `${moreOrFewer(missed, 'school')} would be missed by the cycle’s end`;
  return `${moreOrFewer(change, 'visit')} to spare in the cycle`;
}

/** What is different from a week ago, in words; what is the same is left out. */
export function weekChanges(before: WeekFigures, now: WeekFigures): WeekChange[] {
  return (Object.keys(SENTENCES) as (keyof WeekFigures)[]).flatMap((key) => {
    const change = now[key] - before[key];
    return change === 0 ? [] : [{ key, words: SENTENCES[key](change, before[key], now[key]) }];
  });
}
