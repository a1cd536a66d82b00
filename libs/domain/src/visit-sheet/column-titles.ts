import { academicYearIn } from './year-in-name';
import { plainSigns } from './written-text';

/** The words of a title, what stands in brackets too. */
export const titleWords = (title: string): string =>
  plainSigns(title)
    .toLowerCase()
    .replace(/'/g, '')
    .replace(/[^a-z0-9✓]+/g, ' ')
    .trim();

/** What a title says of the days in its column. */
export type DayTitle = 'actual' | 'visit' | 'series' | 'last' | 'planned' | 'other' | 'unsaid';

const PLANNED =
  /\b(planned|proposed|booked|scheduled|suggested|intended|target|due|next|future|plan|forecast|provisional|expected|agreed|offered|confirmed)\b/;
const OTHER =
  /\b(birth|dob|sent|e ?mail(ed)?|letter|invited|invitation|contacted|called|phoned|ofsted|inspection|inspected|opened|closed|joined|updated|logged|entered|recorded|created|added|modified|typed|written|report(ed)?|invoice(d)?|paid|follow ?up|followed|review|deadline|expir\w*|received|returned|survey|say|smdp|published|training|concert|performance|start(ed)?|started|end(ed)?|left|appointed|requested|actioned|completed by)\b/;
const ACTUAL =
  /\b(actual|actually|took place|taken place|happened|held on|visited on|delivered|carried out|went)\b/;
/** Asks for a person, words or yes and no: `Who went`, `What happened`, `Visited by`. */
const NO_DAY = /^(who|whom|whose|what|why|how|where|which|did|was|has|were|is)\b|\bby( whom)?$/;
const LAST = /\b(last|latest|most recent|previous|recent)\b/;
const SEASON = '(?:autumn|spring|summer|winter|aut|spr|sum|michaelmas|lent)';
const ORDINAL =
  '(?:1st|2nd|3rd|[4-9]th|first|second|third|fourth|fifth|sixth|[1-9]|one|two|three|four|five|six)';
const OCCASION = '(?:visits?|meetings?|dates?|days?|term|half term)';
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const SERIES: readonly RegExp[] = [
  new RegExp(`^${MONTH}(?: \\d{2}| \\d{4})?(?: ${OCCASION})?$`),
  new RegExp(`^(?:${OCCASION} )?(?:in )?(?:19|20)\\d\\d(?: ${OCCASION})?$`),
  new RegExp(
    `^(?:date |day )?(?:of |for )?(?:the )?${SEASON}(?: ${OCCASION}| [12]| \\d{2}| \\d{4})*$`,
  ),
  new RegExp(`^(?:date |day )?(?:of |for )?(?:the )?${ORDINAL} ${OCCASION}(?: ${OCCASION}| of)*$`),
  new RegExp(`^${OCCASION}(?: ${OCCASION}| of| no)* ${ORDINAL}(?: ${OCCASION})*$`),
  new RegExp(`^${OCCASION}(?: in| of)? (?:the )?${SEASON}(?: term)?$`),
  new RegExp(`^(?:year|yr|y) ?\\d(?: ${OCCASION})*$`),
];
/** Groups of columns: `Autumn term Date`, of two header rows. */
const GROUPED = new RegExp(
  `^(?=.*\\b(?:${SEASON}|${ORDINAL}|\\d{4})\\b)(?:${SEASON}|${ORDINAL}|${OCCASION})(?: (?:${SEASON}|${ORDINAL}|${OCCASION}|\\d{2}|\\d{4}))* (?:date of visit|visit date|date|day|visited|when)$`,
);

const OCCASION_FIRST = new RegExp(
  `^(?:(?:${SEASON}|${ORDINAL})(?: ${OCCASION}| \\d{2}| \\d{4})*|${OCCASION} ${ORDINAL}(?: ${OCCASION})*) (?=\\S)`,
);
/** The words of a title without those that say which of several visits it is of: "Visit 2 by". */
export const withoutOccasion = (words: string): string => words.replace(OCCASION_FIRST, '');

/** Whether a title is a month, with or without its year. */
export const namesMonth = (title: string): boolean =>
  new RegExp(`^${MONTH}(?: \\d{2}| \\d{4})?$`).test(titleWords(title));

/** Whether a title names one of several visits: a term, a number, a year, a month. */
export const namesOccasion = (title: string): boolean =>
  new RegExp(`\\b(?:${SEASON}|${ORDINAL}|${MONTH}|(?:19|20)\\d\\d)\\b`).test(titleWords(title));

/** When something begins is the day of it, where nothing else is. */
const BEGINS = /^(?:visit |event )?start(?: date| day)?$/;

/** @param isVisitDay whether its title alone says that the column holds days of visits */
export function dayTitle(title: string, isVisitDay: boolean): DayTitle {
  const words = titleWords(title);
  if (NO_DAY.test(words)) return 'unsaid';
  const actual = ACTUAL.test(words);
  if (PLANNED.test(words) && !actual) return 'planned';
  if (OTHER.test(words) && !/^(date )?visit(ed)? completed$/.test(words) && !BEGINS.test(words)) {
    return 'other';
  }
  if (LAST.test(words)) return 'last';
  if (actual) return 'actual';
  const bare = words
    .replace(/\b(19|20)?\d\d (19|20)?\d\d\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (
    academicYearIn(title) !== null &&
    (bare === '' || /^(visits?|date|date of visit|visit date|visited)$/.test(bare))
  ) {
    return 'series';
  }
  if (SERIES.some((pattern) => pattern.test(words)) || GROUPED.test(words)) return 'series';
  return isVisitDay ? 'visit' : 'unsaid';
}

/** What yes in a column of this title means; null where its title does not tell. */
export type HeldTitle = 'yes_held' | 'no_held' | 'unrelated' | null;

const UNRELATED =
  /\b(have your say|hys|survey|questionnaire|smdp|development plan|plans?|follow(ed)? ?ups?|e ?mail(ed)?|letters?|sent|thank\w*|reports?|feedback|choirs?|orchestras?|bands?|ensembles?|instruments?|instrumental|ukuleles?|brass|strings?|woodwind|singing|lessons?|tuition|whole class|wcet|budget|paid|invoices?|pupil premium|fsm|trust|website|gdpr|consent|contract|booking form|photos?|training|cpd|newsletter|actions?|specialist|subscri\w*|member(ship)?|partner|sing up|charanga|risk assessment|dbs|parking)\b/;
const NOT_HELD_TITLE =
  /\b(cancel\w*|postpon\w*|no show|not held|called off|abandon\w*|aborted|missed|re ?arrang\w*|re ?sched\w*|didnt|did not|not visited|declined|refused|moved to|dna|dnv|canx)\b/;
/** The day before a visit was moved says nothing against the day to which it was. */
const MOVED_FROM = /\b(from|original|originally)\b/;
/** Whether a title may be over the days to which visits were moved: "Date cancelled" is not. */
export const namesMove = (title: string): boolean =>
  /\b(re ?arrang\w*|re ?sched\w*|postpon\w*|moved)\b/.test(titleWords(title));

const VISIT = '(?:the |school |this |our )*(?:visit|meeting|it|this|school|we|you|they|session)';
const DID =
  '(?:visited|held|happen(?:ed)?|took place|taken place|take place|went ahead|gone ahead|go ahead|went|go|attended|attend|complete(?:d)?|done|made|carried out|occur(?:red)?|been|status)';
const HELD_TITLE = new RegExp(
  `^(?:was |has |did |is |were |have )*(?:${VISIT} )?(?:was |has |been |did |actually |now |is )*${DID}(?: place| ahead)?(?: y n| yes no| y| yn| initials?)?$`,
);

export function heldTitle(title: string): HeldTitle {
  const words = titleWords(title);
  if (UNRELATED.test(words)) return 'unrelated';
  if (NOT_HELD_TITLE.test(words)) return MOVED_FROM.test(words) ? 'unrelated' : 'no_held';
  return HELD_TITLE.test(words) || /^(visit )?status( of visit)?$/.test(words) ? 'yes_held' : null;
}
