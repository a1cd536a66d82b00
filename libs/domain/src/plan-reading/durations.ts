const UNITS = 'one two three four five six seven eight nine ten'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const WORDS: Record<string, number> = {
  ...{ a: 1, an: 1, single: 1, double: 2, fifteen: 15 },
  ...Object.fromEntries(UNITS.map((word, i) => [word, i + 1])),
  ...Object.fromEntries(TENS.map((word, i) => [word, (i + 2) * 10])),
  ...Object.fromEntries(
    TENS.flatMap((ten, i) => ['-', ' '].map((sign) => [`${ten}${sign}five`, (i + 2) * 10 + 5])),
  ),
};
const WORD = Object.keys(WORDS)
  .sort((a, b) => b.length - a.length)
  .join('|');
export const NUMBER = `(?:\\d+(?:\\.\\d+)?|${WORD})`;
const HOUR = '(?:hours?|hrs?|h)\\b\\.?';
const MINUTE = '(?:minutes?|mins?|min|m)\\b\\.?';
const PLUS = '(?:\\s*\\+|\\s+plus|\\s+or more)?';

export const numberOf = (text: string): number => WORDS[text.toLowerCase()] ?? Number(text);

/** A length of time in a text. */
export interface Duration {
  minutes: number;
  at: number;
  end: number;
  /** "1+ hour", "30 to 45 minutes": that and more. */
  atLeast: boolean;
}

const B = '(?<![\\p{L}\\d.])';
const PATTERNS: [RegExp, (groups: (string | undefined)[]) => number][] = [
  [new RegExp(`${B}(?:an?|one|1) (?:hour|hr) and a half\\b`, 'giu'), () => 90],
  [
    new RegExp(`${B}(${NUMBER}) and a half (?:hours|hrs)\\b`, 'giu'),
    ([n]) => numberOf(n!) * 60 + 30,
  ],
  [
    new RegExp(`${B}(?:half|½) ?(?:an?|of an)?[ -](?:hour|hr)(?:ly)?\\b|${B}half-hour\\b`, 'giu'),
    () => 30,
  ],
  [new RegExp(`${B}(?:three[ -]quarters|¾) of an hour\\b`, 'giu'), () => 45],
  [new RegExp(`${B}(\\d+)½ ?${HOUR}`, 'giu'), ([n]) => Number(n) * 60 + 30],
  [
    new RegExp(
      `${B}(${NUMBER})[ -]?${HOUR},?(?: and)? ?(${NUMBER})[ -]?(?:${MINUTE})?(?= |$|[).,;])`,
      'giu',
    ),
    ([h, m]) => (numberOf(m!) >= 5 && numberOf(m!) < 60 ? numberOf(h!) * 60 + numberOf(m!) : NaN),
  ],
  [
    new RegExp(
      `${B}(${NUMBER})(${PLUS})(?:\\s*(-|–|—|to)\\s*(${NUMBER}))?[ -]?${HOUR}(${PLUS})`,
      'giu',
    ),
    ([n]) => numberOf(n!) * 60,
  ],
  [
    new RegExp(
      `${B}(${NUMBER})(${PLUS})(?:\\s*(-|–|—|to)\\s*(${NUMBER}))?[ -]?${MINUTE}(${PLUS})`,
      'giu',
    ),
    ([n]) => numberOf(n!),
  ],
  [
    new RegExp(
      `(?<=\\b(?:weekly|an?|one|each) )hourly(?= (?:\\w+ )?(?:lesson|session))|${B}hour[ -]long\\b|${B}(?:an|one) hour['’]s\\b`,
      'giu',
    ),
    () => 60,
  ],
];
/** No lesson is shorter or longer, and no fortnight has more of one subject. */
const [SHORTEST, LONGEST] = [5, 900];
const AT_LEAST_BEFORE =
  /\b(at least|a? ?minimum(?: of)?|min\.?|no less than|not less than|more than|over)\s+(?:an? |of )?$/i;

/** The lengths of time a text names, in its order. */
export function findDurations(text: string): Duration[] {
  const found: Duration[] = [];
  if (!/hour|hr|min|\d ?[hm]\b/i.test(text)) return found;
  for (const [pattern, minutesOf] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const [at, end] = [match.index, match.index + match[0].trimEnd().length];
      if (found.some((other) => at < other.end && end > other.at)) continue;
      const [, first, , dash, second] = match;
      const isRange = dash !== undefined && isAscending(text.slice(0, at), first!, second!);
      // "Year 7 – 3 hours" is three hours.
      const from = dash !== undefined && !isRange ? match[0].indexOf(second!, first!.length) : 0;
      const minutes = minutesOf(from > 0 ? [second] : match.slice(1));
      if (!(minutes >= SHORTEST && minutes <= LONGEST)) continue;
      const more = /\+|plus|or more/.test(match[0]) || AT_LEAST_BEFORE.test(text.slice(0, at));
      found.push({ minutes, at: at + from, end, atLeast: isRange || more });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

const isAscending = (before: string, first: string, second: string): boolean =>
  numberOf(first) < numberOf(second) && !/\b(?:years?|yrs?|y|ks|stages?)\.?\s*$/i.test(before);

/** How often, as a share of every week. */
export interface Frequency {
  perWeek: number;
  at: number;
  end: number;
  /** Not every week alike, as "in half of the half terms". */
  average: boolean;
  weekly: boolean;
}

const EVERY = '(?:a|an|per|each|every|in a|over a|in each|one|1|/)';
const FREQUENCIES: [RegExp, (groups: (string | undefined)[]) => number, average?: true][] = [
  [
    new RegExp(
      `\\b(?:every|per|each|over|in|across|of)?\\s*(?:a |the )?(${NUMBER})[ -]weeks?(?:ly)?(?: (?:timetable|cycle|period|rota))?\\b`,
      'gi',
    ),
    ([n]) => 1 / numberOf(n!),
  ],
  [/\b(?:every (?:other|second)|alternate) weeks?\b|\bbi-?weekly\b/gi, () => 1 / 2],
  [new RegExp(`\\btwice ${EVERY} fortnight\\b`, 'gi'), () => 1],
  [new RegExp(`(?:\\b|(?=/))(?:${EVERY} ?)?fortnight(?:ly)?\\b`, 'gi'), () => 1 / 2],
  [new RegExp(`\\btwice ${EVERY} ?week\\b|\\btwice[ -]weekly\\b`, 'gi'), () => 2],
  [
    new RegExp(
      `(?:\\b|(?=/))(?:once )?${EVERY} ?(?:school |teaching )?week\\b|\\bonce[ -]weekly\\b|\\bp\\.?/?w\\b`,
      'gi',
    ),
    () => 1,
  ],
  [/\bweekly\b|\bevery \w+day\b/gi, () => 1],
  [
    /\b(?:half (?:of )?(?:the )?half[ -]terms|half (?:of )?the (?:school )?year|(?:every other|alternate) half[ -]terms?|half of the year)\b/gi,
    () => 1 / 2,
    true,
  ],
  [
    new RegExp(
      `\\b(${NUMBER}) (?:out )?(?:of (?:the )?(?:six|6) )?half[ -]terms(?: (?:a|per|each|of the|in the|across the|over the) (?:school |academic )?year)?`,
      'gi',
    ),
    ([n]) => numberOf(n!) / 6,
    true,
  ],
];

/** How often things happen in a text, in its order. */
export function findFrequencies(text: string): Frequency[] {
  const found: Frequency[] = [];
  for (const [pattern, perWeek, average = false] of FREQUENCIES) {
    for (const match of text.matchAll(pattern)) {
      const [at, end] = [match.index, match.index + match[0].length];
      if (found.some((other) => at < other.end && end > other.at)) continue;
      const share = perWeek(match.slice(1));
      if (!(share > 0 && share <= 5)) continue;
      found.push({ perWeek: share, at, end, average, weekly: !average && share >= 1 });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}
