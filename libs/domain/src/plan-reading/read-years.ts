import {
  academicYearStartingIn,
  startingYear,
  startingYearOf,
  type AcademicYear,
} from '../academic-year';
import type { Day } from '../day';
import {
  notStated,
  stated,
  withoutValue,
  type DocumentToRead,
  type FieldReading,
  type Passage,
} from './document-to-read';
import { whyNoValue } from './empty-values';
import type { LabelledValue } from './labelled-values';
import { passageOf, type Statement } from './statements';
import { findYears } from './written-years';
import type { InexactDay } from './written-days';

const TITLE = /\b(music\b.*\bplan|plan\b.*\bmusic|smdp|plan summary|summary)\b/i;
const COVERS =
  /\b(?:plan|summary|document|policy)\b.{0,40}\b(?:covers?|for|is for|relates to|during)\b.{0,25}\b(?:academic|school)?\s?years?\b/i;
const OTHER_KINDS = /\b(priorit|action|review|evaluat|target)/i;
/** How far down a document its own headings stand. */
const TITLE_BLOCKS = 12;
/** A plan for later than this is a slip. */
const MOST_YEARS_AHEAD = 2;

export interface YearsReading {
  academicYears: FieldReading<AcademicYear[]>;
  /** Where none is stated: from the day of publication, for a person to decide. */
  suggested: AcademicYear[];
}

export function readYears(
  labelled: LabelledValue | undefined,
  document: DocumentToRead,
  statements: readonly Statement[],
  publishedOn: InexactDay | null,
  today: Day,
): YearsReading {
  const heading = titleYears(document);
  const stated_ = labelled ? fromLabel(labelled, heading) : null;
  const found = stated_?.value
    ? stated_
    : (heading ?? fromSentence(statements) ?? stated_ ?? notStated());
  const tooFar = found.value?.some(
    (year) => startingYear(year) - startingYearOf(today) > MOST_YEARS_AHEAD,
  );
  const academicYears: FieldReading<AcademicYear[]> =
    tooFar === true ? withoutValue('not_stated', found.passages, ['no_year']) : found;
  const suggested =
    academicYears.value === null && publishedOn !== null ? [yearOfPublication(publishedOn)] : [];
  return { academicYears, suggested };
}

/** June to August mean the coming year. */
export function yearOfPublication(day: InexactDay): AcademicYear {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return academicYearStartingIn(month >= 6 ? year : year - 1);
}

function fromLabel(
  { text, mark, passage }: LabelledValue,
  heading: FieldReading<AcademicYear[]> | null,
): FieldReading<AcademicYear[]> {
  const [years, second] = findYears(text);
  if (!years) return withoutValue(whyNoValue(text) ?? 'not_stated', [passage]);
  const all = second ? [...new Set([...years.years, ...second.years])].sort() : years.years;
  const differ = heading?.value != null && !heading.value.some((year) => all.includes(year));
  const passages = differ ? [passage, ...heading!.passages] : [passage];
  // Two years at once may be meant as one.
  return stated(all, all.length > 1 ? 'unsure' : mark, passages, differ ? ['two_years'] : []);
}

function titleYears(document: DocumentToRead): FieldReading<AcademicYear[]> | null {
  const titles: Passage[] = document.blocks
    .slice(0, TITLE_BLOCKS)
    .flatMap((block, at) => (block.kind === 'table' ? [] : [{ text: block.text, block: at }]))
    .filter(({ text }) => text.length <= 160 && !OTHER_KINDS.test(text));
  const titled = titles.find(({ text }) => TITLE.test(text) && findYears(text).length > 0);
  // A line that is nothing but the year, right under the title.
  const under = titles.find(
    ({ text, block }) =>
      /^\W*(academic year|school year)?\W*20\d\d\W{0,3}(20)?\d\d\W*$/i.test(text) &&
      titles.some(
        (other) => other.block < block && block - other.block <= 2 && TITLE.test(other.text),
      ),
  );
  const found = titled ?? under;
  if (!found) return null;
  return stated(findYears(found.text)[0]!.years, 'likely', [found]);
}

function fromSentence(statements: readonly Statement[]): FieldReading<AcademicYear[]> | null {
  const found = statements.find(
    ({ text, goal }) => !goal && COVERS.test(text) && findYears(text).length > 0,
  );
  return found ? stated(findYears(found.text)[0]!.years, 'likely', [passageOf(found)]) : null;
}
