import { unique } from './plain-text';

/** `eyfs`, `ks1` to `ks5`, `y1` to `y13`, or `all` that the school teaches. */
export type PlanStage = string;

const upTo = (last: number, letters: string) =>
  Array.from({ length: last }, (_, at) => `${letters}${at + 1}`);
/** All of them, in the order of age. */
export const PLAN_STAGES: readonly PlanStage[] = [
  ...['all', 'eyfs', ...upTo(5, 'ks'), ...upTo(13, 'y')],
];

const DASH = '\\s*(?:-|‐|‑|–|—|to|through to|/|and|&|,|\\+)\\s*';
const KEY_STAGE = new RegExp(
  `\\b(?:key\\s?stages?|k\\.?s\\.?)\\s*([1-5])((?:${DASH}(?:key\\s?stages?|ks)?\\s*[1-5](?!\\d))*)`,
  'gi',
);
const YEAR = new RegExp(
  `\\b(?:years?|year groups?|yrs?|y)\\.?\\s*(1[0-3]|[1-9])(?!\\d|[:.]\\d|\\s*(?:hours?|mins?|minutes|%))((?:${DASH}(?:years?|yrs?|y)?\\.?\\s*(?:1[0-3]|[1-9])(?!\\d|[:.]\\d|\\s*[x×]|\\s*-?\\s*(?:hours?|hrs?|mins?|minutes|lessons?|x)\\b))*)`,
  'gi',
);
const HALF = /\b(lower|upper|l|u) ?(?:key stage|ks) ?2\b/gi;
const EARLY = /\b(eyfs|early years|reception|nursery|foundation stage)\b/gi;
const SIXTH = /\b(sixth form|a[ -]level|post[ -]16)\b/gi;
const ALL =
  /\b(all|each|every) (?:of our |our |the )?(class(?:es)?|children|pupils|students|year groups?|years|key stages|key phases|phases|stages|learners)\b|\bwhole[- ]school\b|\bacross (?:the|our) (?:whole )?school\b|\bin every year\b/gi;

export interface FoundStages {
  stages: PlanStage[];
  at: number;
  end: number;
}

/** The key stages and years a text speaks of, each where it stands; ranges are spelt out. */
export function findStages(text: string): FoundStages[] {
  const found: FoundStages[] = [];
  const add = (match: RegExpMatchArray, stages: string[]) => {
    found.push({ stages: unique(stages), at: match.index!, end: match.index! + match[0].length });
  };
  for (const match of text.matchAll(KEY_STAGE)) add(match, spell('ks', match));
  for (const match of text.matchAll(YEAR)) add(match, spell('y', match));
  for (const match of text.matchAll(HALF)) {
    const within = found.findIndex(
      ({ at }) => at > match.index && at < match.index + match[0].length,
    );
    if (within >= 0) found.splice(within, 1);
    add(match, /^l/i.test(match[1]!) ? ['y3', 'y4'] : ['y5', 'y6']);
  }
  for (const match of text.matchAll(EARLY)) add(match, ['eyfs']);
  for (const match of text.matchAll(ALL)) add(match, ['all']);
  if (!found.some(({ stages }) => stages.includes('ks5'))) {
    for (const match of text.matchAll(SIXTH)) add(match, ['ks5']);
  }
  return found.sort((a, b) => a.at - b.at);
}

/** "9 – 11" is three, "3, 4 and 6" are those. */
function spell(prefix: string, match: RegExpMatchArray): PlanStage[] {
  const numbers = [Number(match[1])];
  for (const [, sign, digits] of (match[2] ?? '').matchAll(
    /(-|‐|‑|–|—|through to|to|\/|and|&|,|\+)\s*(?:key\s?stages?|ks|years?|yrs?|y)?\.?\s*(\d+)/gi,
  )) {
    const [last, next] = [numbers.at(-1)!, Number(digits)];
    const isRange = /^(-|‐|‑|–|—|to|through to)$/i.test(sign!) && next > last;
    numbers.push(
      ...(isRange ? Array.from({ length: next - last }, (_, i) => last + 1 + i) : [next]),
    );
  }
  return unique(numbers).map((number) => `${prefix}${number}`);
}

/** The key stage a year belongs to. */
export function keyStageOf(stage: PlanStage): PlanStage {
  const year = /^y(\d+)$/.exec(stage);
  if (!year) return stage;
  const number = Number(year[1]);
  if (number <= 2) return 'ks1';
  if (number <= 6) return 'ks2';
  if (number <= 9) return 'ks3';
  return number <= 11 ? 'ks4' : 'ks5';
}
