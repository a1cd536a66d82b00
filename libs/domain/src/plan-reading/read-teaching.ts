import { bestOf, firstOf, listOf, type FoundIn } from './collect';
import type { FieldReading } from './document-to-read';
import type { PlanWords } from './plan-words';
import type { Statement } from './statements';

const MUSIC_ASIDE =
  /\b(assembl\w+|choirs?|clubs?|singing|worship|hymn|technology|orchestra|rehears\w+|band|ensemble|individual|peripatetic|tuition|one[ -]to[ -]one|after[ -]school|therap\w+|listening|practise|practice|homework|tutors?)\b/i;
const EVERY_WEEK =
  /\bweekly\b.{0,50}\b(music|lessons?|sessions?|class(?:es)?)\b|\b(music|lessons?|sessions?|taught|classes)\b.{0,60}\b(weekly|(?:every|each|per|a) week|once a week)\b|\b(?:every|each) week\b.{0,60}\b(music|lessons?|taught)\b/i;
const OF_CLASSES = /\b(music|lessons?|taught|curriculum|class(?:es)?)\b/i;

/** Whether classes have music every week: as said, or by the minutes that were read. */
export function readWeekly(
  statements: readonly Statement[],
  byMinutes: readonly Statement[],
): FieldReading<boolean> {
  const said = statements.filter(
    ({ text, goal, section, kind }) =>
      !goal &&
      section !== 'partB' &&
      section !== 'partC' &&
      kind !== 'heading' &&
      EVERY_WEEK.test(text) &&
      OF_CLASSES.test(text) &&
      !MUSIC_ASIDE.test(clauseOf(text, EVERY_WEEK)) &&
      !/\b(choir|club|orchestra|assembl\w+|individual lessons?|instrumental lessons?|peripatetic)\b/i.test(
        text.slice(0, 60),
      ),
  );
  return firstOf([...byMinutes, ...said].map((statement) => ({ value: true, statement })));
}

/** What a pattern matches, with the beginning of its clause. */
function clauseOf(text: string, pattern: RegExp): string {
  const match = pattern.exec(text)!;
  const begins = Math.max(
    ...[', ', '; ', ' and ', '. '].map((sign) => text.lastIndexOf(sign, match.index)),
    0,
  );
  return text.slice(begins, match.index + match[0].length);
}

const NOT_YET =
  /\b(introduc|trial|buy|purchas|explor|consider|investigat|subscrib\w* to|move to|switch|adopt|look(?:ing)? at|invest)\w*\b/i;
const OTHER_SCHEME =
  /\b(?:use|uses|using|follow|follows|following|adopted|purchased|through|from|on) (?:the )?((?:[A-Z][\w'’-]+ ){1,4})(?:music )?(?:scheme|programme)(?: of (?:work|learning))?\b/;
const NO_NAME =
  /\b(?:National|Curriculum|Model|Music|Primary|School|EYFS|KS\d|Key|Stage|Our|The|Year|Development)\b/g;

/** Bought schemes of work in use, by the names a hub knows, and others as they are written. */
export function readSchemes(
  statements: readonly Statement[],
  words: PlanWords,
): FieldReading<string[]> {
  const found = statements.flatMap((statement): FoundIn<string>[] => {
    const { text, goal, section } = statement;
    if (section === 'further') return [];
    const known = words.schemes.find(text);
    // A goal may speak of what is there: "strengthen the weekly lessons (Charanga)".
    const names = known.filter(({ at }) => !goal || !NOT_YET.test(text.slice(0, at)));
    if (names.length > 0 || goal) return names.map(({ name }) => ({ value: name, statement }));
    const other = OTHER_SCHEME.exec(text)?.[1]?.trim() ?? '';
    const isName =
      other.replace(NO_NAME, '').trim() !== '' && words.organisations.named(other) === null;
    return isName ? [{ value: other, statement }] : [];
  });
  const unlisted = found.some(({ value }) => words.schemes.named(value) === null);
  return listOf(found, unlisted ? 'unsure' : 'likely');
}

const BY =
  '(?:taught|delivered|led|planned and taught|provided|given|run) (?:[^.;]{0,60} )??(?:mainly |primarily |mostly |both |weekly |to \\w+ |in \\w+ )*by';
const TAUGHT_BY: [string, RegExp][] = [
  [
    'class_teachers',
    new RegExp(
      `\\b${BY}[^.;]{0,60}\\b(?:(?:class|classroom|form|their own|own) ?-?teach(?:er|ing)s?|(?:teaching|school) staff|all (?:our )?teachers|(?:their|the) teachers?)\\b|\\b(?:class|classroom) teachers? (?:\\w+ )?(?:teach|deliver|lead|plan and teach)|\\bteachers (?:teach|deliver) (?:\\w+ )?(?:music|lessons)`,
      'i',
    ),
  ],
  [
    'music_specialist',
    new RegExp(
      `\\b${BY}[^.;]{0,60}\\b(?:music specialists?|specialist (?:\\w+ )?(?:teachers?|staff|musicians?)|subject specialists?|specialists?)\\b|\\b(?:our|a|the) (?:specialist music teacher|music specialist|specialist teacher of music)\\b[^.;]{0,40}\\b(?:teach\\w*|deliver\\w*|leads?|taught)|\\b${BY} (?:\\w+ ){0,3}(?:music teacher|head of music|music department|qualified music)`,
      'i',
    ),
  ],
  [
    'visiting',
    new RegExp(
      `\\b${BY}[^.;]{0,60}\\b(?:visiting|peripatetic|external|outside|music service|music hub|hub)\\b|\\b(?:visiting|peripatetic|external) (?:\\w+ )?(?:teachers?|tutors?|musicians?|specialists?)\\b[^.;]{0,30}\\b(?:teach|deliver|lead)s? (?:\\w+ ){0,3}(?:class|curriculum|music lessons)`,
      'i',
    ),
  ],
];
const INDIVIDUAL =
  /\b(individual|one[ -]to[ -]one|1[:-]1|small[- ]group|instrumental (?:and vocal )?lessons|instrumental (?:and vocal )?tuition|private|clubs?|choirs?|orchestra|ensembles?|paid)\b/i;

const OF_ONE_INSTRUMENT = /\b(first access|whole[- ]class (?!music)\w+|WCET|wider opp\w+)\b/i;

/** Who teaches music to classes. */
export function readTaughtBy(statements: readonly Statement[]): FieldReading<string[]> {
  return listOf(
    statements.flatMap((statement) => {
      const { text, goal, section } = statement;
      if (goal || section === 'partB' || section === 'partC' || section === 'further') return [];
      if (INDIVIDUAL.test(text) || OF_ONE_INSTRUMENT.test(text)) return [];
      return TAUGHT_BY.flatMap(([value, pattern]) =>
        pattern.test(text) ? [{ value, statement }] : [],
      );
    }),
  );
}

const MODEL = /\bmodel music curriculum\b|\bMMC\b/i;
const PARTLY =
  /\b(some|aspects?|elements?|parts?|partly|partially|in part|draws? (?:up)?on|drawing on|selected)\b[^.]{0,60}\b(?:model music curriculum|MMC)\b|\b(?:model music curriculum|MMC)\b[^.]{0,30}\b(partly|partially|in part|where (?:appropriate|possible))\b/i;

export const readModelCurriculum = (statements: readonly Statement[]) =>
  bestOf<'yes' | 'partly'>(
    statements.filter(
      ({ text, goal, section }) =>
        !goal &&
        section !== 'further' &&
        MODEL.test(text) &&
        !/\b(do|does|is|are) not\b|\bnot yet\b/i.test(text),
    ),
    [
      ['partly', ({ text }) => PARTLY.test(text)],
      ['yes', () => true],
    ],
  );

const SEND =
  /\b(SEND?|SEN\/D|SEND?Co|special (?:educational )?needs|additional (?:support |educational |learning )?needs|disabilit\w+|disabled|neurodiver\w+|EHCPs?|sensory (?:needs|overload|impair\w+|processing)|PMLD|complex needs)\b/;
const NOT_OF_LESSONS =
  /\b(scheme|scheme of work|charanga|kapow|sing up) (?:\w+ )?(?:includes|offers|provides|has)\b|^support for assessment\b/i;

/** Whether it says how pupils with special needs take part. */
export const readSendSupport = (statements: readonly Statement[]) =>
  firstOf(
    statements
      .filter(
        ({ text, goal, section }) =>
          !goal && section !== 'further' && SEND.test(text) && !NOT_OF_LESSONS.test(text),
      )
      .map((statement) => ({ value: true, statement })),
  );
