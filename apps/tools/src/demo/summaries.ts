import type { PlannedSchool } from './planned-school';
import type { Random } from './random';
import type { Theme } from './common-themes';
import { THEMES } from './themes';
import { capital } from '@tracker/domain';

const OPENINGS = [
  'Warm welcome.',
  'Short visit between lessons.',
  'Tour of the school, then half an hour in the staff room.',
  'Sat in on a lesson first.',
  'Met over lunch.',
  'A good hour with time for questions.',
  'Rather rushed, as a meeting was waiting.',
  'First time anybody from the hub has been here for a while.',
  'Pupils showed me round.',
];
const CLOSINGS = [
  'Asked for the festival dates.',
  'Would gladly host a cluster meeting.',
  'Agreed to speak again after half-term.',
  'Good contact, worth keeping warm.',
  'Left the hub’s brochure and the training list.',
  'Music is seen as part of what the school is.',
  'Music is not a priority at the moment, and they said so.',
  'Pupils asked when I would come again.',
  'Wants to come to the next network meeting.',
];

const INSTRUMENTS = [
  'ukuleles',
  'recorders',
  'glockenspiels',
  'djembes',
  'violins',
  'clarinets',
  'keyboards',
  'guitars',
  'steel pans',
];
const FEW = ['five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'a dozen'];

/** First and last year group that has whole-class music, for the words `{year}`. */
function yearsOf({ rollOf, setting }: PlannedSchool): [number, number] {
  if (setting === 'secondary') return [7, 9];
  return rollOf === 'infant' ? [1, 2] : [3, 6];
}

const isLarge = ({ setting }: PlannedSchool) => setting === 'secondary' || setting === 'college';

const FILLERS: Record<string, (random: Random, school: PlannedSchool) => string> = {
  year: (random, school) => `Year ${random.int(...yearsOf(school))}`,
  instrument: (random) => random.pick(INSTRUMENTS),
  minutes: (random) => random.pick(['30', '40', '45', '50', '60']),
  few: (random) => random.pick(FEW),
  many: (random) => String(random.int(4, 12) * 5),
  budget: (random, school) =>
    `£${random.pick(isLarge(school) ? [600, 750, 900, 1200] : [100, 150, 200, 250, 300])}`,
  moreBudget: (random, school) =>
    `£${random.pick(isLarge(school) ? [1300, 1400, 1500] : [350, 400, 450, 500])}`,
};

/** Puts words in the place of `{year}` and the like; a sentence begins with a capital. */
export function fill(text: string, school: PlannedSchool, random: Random): string {
  const filled = text.replace(
    /\{(\w+)\}/g,
    (_, key: string) => FILLERS[key]?.(random, school) ?? '',
  );
  return capital(filled);
}

export interface Findings {
  themes: Theme[];
  summary: string;
}

/** What somebody wrote down after a visit: two or three findings, mostly with a word before or after. */
export function writeSummary(school: PlannedSchool, random: Random): Findings {
  const fitting = THEMES.filter(({ settings }) => settings.includes(school.setting));
  // What only this kind of school has comes twice as often as what every school has.
  const weighted = fitting.flatMap((theme) =>
    theme.settings.length === 1 ? [theme, theme] : [theme],
  );
  const themes = [...new Set(random.shuffle(weighted))].slice(0, random.int(2, 3));
  const sentences = themes.map(({ findings }) => fill(random.pick(findings), school, random));
  if (random.chance(0.5)) sentences.unshift(random.pick(OPENINGS));
  if (random.chance(0.5)) sentences.push(random.pick(CLOSINGS));
  return { themes, summary: sentences.join(' ') };
}
