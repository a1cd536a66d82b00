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

type Sentence = (change: number, size: string) => string;

const more = (change: number) => (change > 0 ? 'more' : 'fewer');

const SENTENCES: Record<keyof WeekFigures, [one: string, sentence: Sentence]> = {
  visits: [
    'visit',
    (change, size) => (change > 0 ? `${size} completed` : `${size} no longer on record`),
  ],
  schoolsCovered: ['school', (change, size) => `${size} ${more(change)} covered in this cycle`],
  surveys: ['survey', (change, size) => (change > 0 ? `${size} submitted` : `${size} fewer`)],
  booked: ['school', (change, size) => `${size} ${more(change)} booked`],
  notVisitedInThreeYears: [
    'school',
    (change, size) => `${size} ${more(change)} not visited in three years`,
  ],
  slack: [
    'school',
    (change, size) =>
      change > 0
        ? `${size} closer to visiting every school in the cycle`
        : `${size} further from visiting every school in the cycle`,
  ],
};

/** What is different from a week ago, in words; what is the same is left out. */
export function weekChanges(before: WeekFigures, now: WeekFigures): WeekChange[] {
  return (Object.keys(SENTENCES) as (keyof WeekFigures)[]).flatMap((key) => {
    const change = now[key] - before[key];
    if (change === 0) return [];
    const [one, sentence] = SENTENCES[key];
    return [{ key, words: sentence(change, plural(Math.abs(change), one)) }];
  });
}
