import { plainText } from './plain-text';

/** The parts of the template, and what stands around them. */
export type PlanSection = 'overview' | 'partA' | 'partB' | 'partC' | 'future' | 'further';
export const PLAN_SECTIONS: readonly PlanSection[] = [
  ...(['overview', 'partA', 'partB', 'partC', 'future', 'further'] as const),
];

const MOST_WORDS = 12;
const LONGEST = 150;
const SAYS =
  /\b(is|has|have|will|we|meets?|rehears\w*|takes?|performs?|can|runs?|happens?|for (?:ks|years?|all)|on (?:mon|tues|wednes|thurs|fri)days?|\d+ ?(?:mins?|minutes|hours?))\b/;
/** Headings by their words, the template's and those that schools put in their place. */
const HEADINGS: [PlanSection, RegExp][] = [
  [
    'partA',
    /^(section |part )?a?\b ?(the )?(our )?(music )?curriculum( music| overview| offer| provision| design| structure)?$/,
  ],
  ['partA', /^part a\b/],
  ['partB', /^part b\b/],
  ['partC', /^part c\b/],
  ['overview', /^(plan |summary )?overview$/],
  [
    'partA',
    /^(curriculum|classroom|class) music\b|^music (in|within) (the )?(curriculum|classroom|lessons)|^curriculum (time|provision|delivery|implementation|entitlement)|^(time allocation|timetabl)|^(music )?lessons?$|^implementation$|^teaching and learning$|^what we teach|^how (is )?music (is )?taught/,
  ],
  [
    'partB',
    /^(co|extra) ?curricular|^beyond the (curriculum|classroom)|^(instrumental|peripatetic|vocal|individual|music|one to one|1 to 1|small group)\b.*\b(lessons?|tuition|teaching)$|^(clubs|ensembles|enrichment|choirs?)\b|^music clubs|^music outside/,
  ],
  [
    'partC',
    /^(musical )?(experiences|events)$|^musical (experiences|events)|^(performances?|concerts?|performing)( opportunities| and .*)?$|^(trips|live music)\b|^opportunities to perform|^wider (musical )?(experiences|opportunities)$/,
  ],
  [
    'future',
    /^(in|for) the future\b|^(our )?(future|next steps|priorities|areas? (for|of) (development|improvement)|action plan|development (priorities|points|plan|targets)|targets|objectives|aims for|goals|looking (ahead|forward)|plans for|what next|where next|going forward|our plans|moving forward)\b|\b(development|music|key|our) priorities\b|^action plan|\baction plan$|^(what|how) (are )?we (are )?(plan|want)|^planned (improvements|developments)|^(school )?improvement priorities|^priorit/,
  ],
  ['further', /^further information|^useful (links|information)|^more information|^links$/],
];

/** Which part of a plan a heading opens; null for one that opens none. */
export function sectionOfHeading(text: string): PlanSection | null {
  if (text.length > LONGEST) return null;
  const plain = plainText(text.replace(/\(.*?\)/g, ' '));
  if (plain === '' || plain.split(' ').length > MOST_WORDS) return null;
  // "Music development plan 2024-25" is the document's name and no plan for later.
  if (/^(school )?music development plan/.test(plain)) return null;
  if (/:\s*\S/.test(text) && !/^part [abc]\b/.test(plain)) return null;
  // "Choir rehearses on Monday" says something.
  if (SAYS.test(plain) && !/^(what|how|where|part [abc])\b/.test(plain)) return null;
  if (/[.!?]$/.test(text.trim()) && !/^part [abc]\b/.test(plain)) return null;
  const bare = plain.replace(/^(\d+|section \w+)\s+/, '');
  return HEADINGS.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
}

/** "Part B: Co-curricular music" inside a line, which begins a part all the same. */
export const PART_INSIDE =
  /\bPart\s+[ABC]\s*[:–—-]\s*(?:Curriculum|Co-?\s?curricular|Extra-?\s?curricular|Musical)(?:\s+(?:music|experiences|events|provision))?/gi;
