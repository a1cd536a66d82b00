import { listOf, type FoundIn } from './collect';
import type { FieldReading } from './document-to-read';
import { oneLine } from './plain-text';
import type { Statement } from './statements';

const SUBJECT =
  '(?:Music(?:al)?(?: (?:Technology|Performance|Practice|Theatre|Production|Industry))?|Performing Arts)';
const COURSE = new RegExp(
  `\\b(?:GCSE|IGCSE|A[ -]?[Ll]evel|AS[ -]?[Ll]evel|A2|BTEC|RSL|NCFE|UAL|T[ -]?Level|International Baccalaureate|IB|Cambridge National|OCR National)(?: (?:Technical Award|Tech Award|Extended Certificate|Extended Diploma|Certificate|Diploma|Award|First|National|Nationals|Level [1-3](?:\\/[1-3])?|L[123]|Entry Level|in|Vocational))*(?: (?:in )?${SUBJECT})?`,
  'g',
);
const GRADED: [string, RegExp][] = [
  ['ABRSM', /\bABRSM\b|\bAssociated Board\b/],
  [
    'Trinity',
    /\bTrinity(?: College(?: London)?)?\b(?=.{0,60}\b(?:exam|grade|award|certificate|ABRSM|Rockschool|RSL|London)\w*)|\b(?:exam|grade|ABRSM)\w*\b.{0,60}\bTrinity\b/i,
  ],
  ['Rockschool', /\bRock ?school\b/i],
  ['London College of Music', /\bLondon College of Music\b|\bLCM\b/],
  ['Music Medals', /\bMusic Medals?\b/i],
  ['Arts Award', /\bArts Awards?\b/i],
];
const NO_MUSIC = /\b(Maths|English|Science|Drama|Dance|Art|PE|Business|results?|options?)\b/;

/** Courses and graded exams, courses in the order and the words of the document. */
export function readQualifications(statements: readonly Statement[]): FieldReading<string[]> {
  return listOf(
    statements.flatMap((statement): FoundIn<string>[] => {
      const { text, goal, section } = statement;
      if (goal || section === 'further') return [];
      const courses = [...text.matchAll(COURSE)].flatMap((match) => {
        const before = text.slice(0, match.index);
        return /\b(no|not|without|do not offer)\W+(\w+\W+){0,3}$/i.test(before)
          ? []
          : courseOf(match[0], text);
      });
      const graded = GRADED.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
      return [...courses, ...graded].map((value) => ({ value, statement }));
    }),
  );
}

function courseOf(written: string, text: string): string[] {
  const tidy = oneLine(written)
    .replace(/^A[ -]?level/i, 'A-Level')
    .replace(/ in (?=Music)/, ' ');
  if (/Music|Performing/.test(tidy)) return [tidy];
  // A bare course is one in music, unless the sentence names another subject.
  return NO_MUSIC.test(text) || /^(IB|A2|RSL|NCFE|UAL)$/.test(tidy) ? [] : [`${tidy} Music`];
}
