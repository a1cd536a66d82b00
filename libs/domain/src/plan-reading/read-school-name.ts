import {
  notStated,
  stated,
  type DocumentToRead,
  type FieldReading,
  type Passage,
} from './document-to-read';
import type { LabelledValue } from './labelled-values';
import { whyNoValue } from './empty-values';
import { oneLine } from './plain-text';
import type { PlanWords } from './plan-words';
import { passageOf, type Statement } from './statements';

const KIND =
  '(?:School|Academy|College|Nursery|Centre|Federation|Primary|Infants?|Juniors?|High|Grammar)';
const MUSIC_FIRST =
  /^(?:school )?music (?:education )?(?:development|improvement) plan(?:[ -]*summary)?(?: ?[-–—:|]| for| of| at|,)+\s*(?:the )?(?=\p{Lu})/iu;
const MUSIC_LAST =
  /^(.{3,80}?)(?:['’]s?)?[\s–—:|-]+(?:the )?(?:school )?music (?:education )?(?:development|improvement) plan\b/i;
const ALONE = new RegExp(
  `^(?:The )?\\p{Lu}[\\p{L}\\p{N}'’.&(), -]{2,70}\\b${KIND}\\b(?:,? \\p{Lu}[\\p{L}'’ ]{2,30})?$`,
  'u',
);
const AT_SCHOOL = new RegExp(
  `\\bAt ((?:St\\.? )?\\p{Lu}[\\p{L}'’.-]+(?: (?:and|of|the|&|\\p{Lu}[\\p{L}'’.()-]*|\\(\\p{L}+\\))){0,7} ${KIND}(?: ${KIND})*)\\b`,
  'u',
);
const YEARS = /[\s,([–—:-]*(?:academic year )?20\d\d\s*[-–—/]\s*(?:20)?\d\d[\s)\]]*/gi;
const NO_SCHOOL =
  /\b(music (?:school|academy|centre|college)|school of music|curriculum|summary|overview|plan|policy|department|key stage|our|your|whole|academic|lead|choir|orchestra|high[- ]quality|concert|assembly|performance|should|schools|have|has|is|are|was|will|we|for all|it|this)\b/i;
const TITLE_BLOCKS = 15;
const LONGEST = 90;
const LONGEST_TITLE = 250;

/** The school as the document calls itself: its label, its title, a line of its own, "At ... School". */
export function readSchoolName(
  labelled: LabelledValue | undefined,
  document: DocumentToRead,
  statements: readonly Statement[],
  words: PlanWords,
): FieldReading<string> {
  if (labelled && labelled.text !== '' && !whyNoValue(labelled.text)) {
    return stated(oneLine(labelled.text), labelled.mark, [labelled.passage]);
  }
  const titles: Passage[] = [
    ...document.blocks
      .slice(0, TITLE_BLOCKS)
      .flatMap((block, at) => (block.kind === 'table' ? [] : [{ text: block.text, block: at }])),
    ...(document.title ? [{ text: document.title, block: 0 }] : []),
  ];
  const short = titles.filter(({ text }) => text.length <= LONGEST_TITLE);
  for (const nameIn of [afterTitle, alone, beforeTitle]) {
    for (const passage of short) {
      const name = nameIn(passage.text);
      if (name && isSchool(name, words)) return stated(name, 'likely', [passage]);
    }
  }
  const told = statements.find(({ text }) => isSchool(AT_SCHOOL.exec(text)?.[1] ?? '', words));
  return told
    ? stated(oneLine(AT_SCHOOL.exec(told.text)![1]!), 'likely', [passageOf(told)])
    : notStated();
}

const tidy = (text: string) =>
  oneLine(text.replace(YEARS, ' ').replace(/\((?:summary|draft|v\d.*?)\)/gi, '')).replace(
    /^[\s:–—-]+|[\s:,–—-]+$/g,
    '',
  );

function afterTitle(text: string): string | null {
  const match = MUSIC_FIRST.exec(text.replace(YEARS, ' '));
  return match ? tidy(text.replace(YEARS, ' ').slice(match[0].length)) : null;
}

const beforeTitle = (text: string): string | null => {
  const match = MUSIC_LAST.exec(text.replace(YEARS, ' '));
  return match ? tidy(match[1]!) : null;
};

const alone = (text: string): string | null =>
  text.split(/\s+/).length <= 12 && ALONE.test(tidy(text)) ? tidy(text) : null;

function isSchool(name: string, words: PlanWords): boolean {
  if (name.length < 3 || name.length > LONGEST || !/^\p{Lu}/u.test(name)) return false;
  if (NO_SCHOOL.test(name) || words.organisations.named(name) !== null) return false;
  return /\p{L}{3}/u.test(name) && !/[.!?:]\s/.test(name.replace(/\bSt\./g, 'St'));
}
