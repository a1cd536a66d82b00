import {
  registerColumn,
  type RegisterKeyIn,
  registerKeysIn,
  type RegisterValue,
  withRegion,
} from '../register/register-fields';

/** How a spreadsheet takes a column. */
export type SchoolColumnKind = 'text' | 'number' | 'day';

export interface SchoolColumn<
  Key extends string = string,
  Kind extends SchoolColumnKind = SchoolColumnKind,
> {
  key: Key;
  heading: string;
  kind: Kind;
}

const column = <Key extends string, Kind extends SchoolColumnKind = 'text'>(
  key: Key,
  heading: string,
  kind = 'text' as Kind,
): SchoolColumn<Key, Kind> => ({ key, heading, kind });

/** Every export of figures by school begins with it: funders match their own lists by URN. */
export const URN_COLUMN = column('urn', 'URN', 'number');

type RegisterColumnKey = RegisterKeyIn<'figures'>;
type RegisterColumn = {
  [K in RegisterColumnKey]: SchoolColumn<K, RegisterValue<K> extends number ? 'number' : 'text'>;
}[RegisterColumnKey];
const REGISTER_COLUMNS = withRegion(registerKeysIn('figures'), 'region').map((key) =>
  key === 'region' ? column(key, 'Region') : ({ key, ...registerColumn(key) } as RegisterColumn),
);

/** What can be exported of a school beside its URN and its answers to the survey. */
const COLUMNS = [
  ...REGISTER_COLUMNS,
  column('visits', 'Visits in the year', 'number'),
  column('lastVisitedOn', 'Last visit', 'day'),
  column('dueOn', 'Due', 'day'),
  column('covered', 'Covered in the cycle'),
  column('bookedFor', 'Booked for', 'day'),
  column('surveySubmitted', 'Survey submitted in the year'),
  column('surveyAnsweredOn', 'Survey answered', 'day'),
  column('planKnown', 'Music development plan known'),
  column('planState', 'State of the plan'),
  column('planYears', 'Years with a plan'),
  column('planUrl', 'Address of the plan'),
  column('engagementLevel', 'Engagement, 1 to 4', 'number'),
  column('strengths', 'Strengths'),
  column('needs', 'Needs'),
  column('openActions', 'Open actions', 'number'),
];
export const SCHOOL_COLUMNS: readonly SchoolColumn[] = COLUMNS;
type Column = (typeof COLUMNS)[number];
export type SchoolColumnKey = Column['key'];

/** What stands in the columns of a school, of those that were chosen. */
export type SchoolFigures = {
  [One in Column as One['key']]?: (One['kind'] extends 'number' ? number : string) | null;
};

/** A school's latest answer to the question with this key. */
const ANSWER = /^answer:([a-z0-9_]+)$/;
export const answerColumn = (questionKey: string): string => `answer:${questionKey}`;

/** The question that a column holds the answers to; null of every other column. */
export const questionOfColumn = (key: string): string | null => ANSWER.exec(key)?.[1] ?? null;

/** Most columns of an export by school. */
export const MOST_COLUMNS = 100;

/** What is wrong with a choice of columns; whether a question has been asked is for the caller to see. */
export function columnFaults(keys: readonly string[]): string[] {
  if (keys.length === 0) return ['Choose at least one column beside the URN.'];
  if (keys.length > MOST_COLUMNS) return [`Choose ${MOST_COLUMNS} columns at most.`];
  const known = new Set(SCHOOL_COLUMNS.map(({ key }) => key));
  const unknown = keys.filter((key) => !known.has(key) && questionOfColumn(key) === null);
  if (unknown.length > 0) return unknown.map((key) => `There is no column “${key}”.`);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  return twice === undefined ? [] : [`The column “${twice}” is chosen twice.`];
}
