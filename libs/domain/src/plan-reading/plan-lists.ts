import { asPattern, unique } from './plain-text';
import { PLAN_LABELS, type PlanLabels } from './plan-labels';
import { INSTRUMENTS } from './instrument-names';
import type { Named } from './named';

/** What a hub can add to. */
export interface PlanLists {
  labels: PlanLabels;
  schemes: readonly Named[];
  instruments: readonly Named[];
  organisations: readonly Named[];
}

/** Bought schemes of work. */
const SCHEMES: readonly Named[] = [
  { name: 'Charanga', others: ['Charanga Musical School', 'Charanga Music', 'Yumu'] },
  { name: 'Kapow', others: ['Kapow Primary', 'Kapow Music'] },
  { name: 'Sing Up', others: ['Sing Up Music', 'SingUp'] },
  { name: 'Music Express', others: ['Collins Music Express'] },
  { name: 'Get Set Music', others: [] },
  { name: 'Sparkyard', others: ['Out of the Ark', 'Out of the Ark Music'] },
  { name: 'Twinkl', others: ['Twinkl Music', 'Twinkl Move'] },
  { name: 'Oak National Academy', others: ['Oak National', 'Oak Academy'] },
  { name: 'Musical Futures', others: [] },
  { name: 'Active Music Digital', others: ['Active Music'] },
  { name: 'Focus on Sound', others: [] },
  { name: 'Music Bus', others: [] },
  { name: 'Primary Music Toolkit', others: [] },
  { name: 'Sounds of Intent', others: [] },
  { name: 'Leicestershire Music Scheme', others: [] },
  { name: 'Music Gateway', others: [] },
  { name: 'Moving On Up', others: [] },
];

const ORGANISATIONS: readonly Named[] = [
  {
    name: 'Rocksteady Music School',
    others: ['Rock Steady', 'Rocksteady', 'Rock Steady Music School'],
  },
  { name: 'Young Voices', others: [] },
  { name: 'iRock', others: ['iRock School of Music'] },
  { name: 'Music for Youth', others: [] },
  { name: 'Voices Foundation', others: ['The Voices Foundation'] },
  { name: 'National Youth Orchestra', others: ['NYO'] },
  { name: 'Royal Opera House', others: [] },
  { name: 'London Symphony Orchestra', others: ['LSO'] },
  {
    name: 'Hertfordshire Music Service',
    others: ['Herts Music Service', 'HMS', 'Herts Music Hub'],
  },
];

export const PLAN_LISTS: PlanLists = {
  labels: PLAN_LABELS,
  schemes: SCHEMES,
  instruments: INSTRUMENTS,
  organisations: ORGANISATIONS,
};

/** A thing of a list, found in a text. */
export interface FoundName {
  name: string;
  /** As it stands there. */
  text: string;
  at: number;
}

/** Looks for the things of a list in texts, the longest of their names first. */
export class NameFinder {
  private readonly pattern: RegExp | null;
  private readonly names = new Map<string, string>();

  /** @param exact whether capitals count, as in "Sing Up", which any sentence may say in small ones */
  constructor(list: readonly Named[], exact: boolean) {
    const texts = list.flatMap(({ name, others }) =>
      [name, ...others].map((text) => {
        this.names.set(nameKey(text), name);
        return text;
      }),
    );
    const alternatives = unique(texts)
      .sort((a, b) => b.length - a.length)
      .map(asPattern);
    this.pattern =
      alternatives.length === 0
        ? null
        : new RegExp(
            `(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`,
            exact ? 'gu' : 'giu',
          );
  }

  find(text: string): FoundName[] {
    if (!this.pattern) return [];
    return [...text.matchAll(this.pattern)].flatMap((match) => {
      const name = this.names.get(nameKey(match[0]));
      return name === undefined ? [] : [{ name, text: match[0], at: match.index }];
    });
  }

  /** The thing of this name; null where no list has it. */
  named(text: string): string | null {
    return this.names.get(nameKey(text)) ?? null;
  }
}

/** Two spellings of one name have one. */
export const nameKey = (text: string) => text.toLowerCase().replace(/[\s-]+/g, '');
