import { MOST_MISSING_NAMED, REPORT_FORMATS, REPORT_KINDS, REPORT_STATUSES } from '@tracker/domain';
import {
  day,
  flag,
  instant,
  integer,
  listOf,
  note,
  oneOf,
  orNull,
  percentage,
  shape,
  showing,
  text,
  type TypeOf,
  uuid,
} from './shape';
import { ACADEMIC_YEAR, ID, record } from './records';

const REPORT_ID = '9f2d4b6a-8c1e-4f73-b5d7-2e4a6c8f0b12';
const TEMPLATE_ID = '7b3e5d1f-4a6c-4d82-9e0f-1c3a5b7d9f24';
const COLUMNS = showing(['name', 'visits', 'surveySubmitted'], listOf(text('name')));

export const REPORT = shape('Report', 'A file that is made in the background.', {
  ...record(REPORT_ID),
  kind: oneOf(REPORT_KINDS, 'stakeholder'),
  format: oneOf(REPORT_FORMATS, 'pdf'),
  academicYear: note('null: every year on record.', orNull(ACADEMIC_YEAR)),
  asOf: note('The day as of which is counted.', day('2024-11-20')),
  regionId: note('null: the whole hub.', orNull(uuid(ID.region), null)),
  regionName: orNull(text('West'), null),
  columns: note('Of figures by school, beside the URN.', COLUMNS),
  status: oneOf(REPORT_STATUSES, 'done'),
  progress: note('0 to 100.', percentage(100)),
  requestedById: orNull(uuid(ID.head)),
  requestedByName: orNull(text('Ash Rook')),
  startedAt: orNull(instant('2024-11-20T09:15:01.000Z')),
  finishedAt: orNull(instant('2024-11-20T09:15:04.000Z')),
  expiresAt: note(
    'Until then its file can be downloaded at `/api/reports/:id/file`.',
    orNull(instant('2024-11-27T09:15:04.000Z')),
  ),
  /** Whether that is over. */
  expired: flag(false),
  fileName: text('stakeholder-report-2024-25-as-of-2024-11-20.pdf'),
  bytes: orNull(integer(84_211)),
  missingInPdf: note(
    `Characters that its PDF cannot show, each once; of more than ${MOST_MISSING_NAMED}, one more.`,
    showing(['🎺'], listOf(text('🎺'))),
  ),
  message: note('Why it failed.', orNull(text('The disk of the server is full.'), null)),
});
/** A file that is made in the background. Whoever may read may read it, whoever asked for it. */
export type Report = TypeOf<typeof REPORT>;

export const REPORT_COLUMN = shape('ReportColumn', 'A column that figures by school can have.', {
  key: text('visits'),
  heading: text('Visits in the year'),
  kind: oneOf(['text', 'number', 'day'], 'number'),
  isAnswer: note('Whether it holds answers to a question of the survey.', flag(false)),
});
export type ReportColumn = TypeOf<typeof REPORT_COLUMN>;

export const REPORT_TEMPLATE = shape('ReportTemplate', 'A choice of columns under a name.', {
  ...record(TEMPLATE_ID),
  name: text('Annual return'),
  columns: COLUMNS,
});
export type ReportTemplate = TypeOf<typeof REPORT_TEMPLATE>;

export const REPORT_NARRATIVE = shape(
  'ReportNarrative',
  "What the head writes around a year's figures.",
  {
    /** The academic year. */
    id: ACADEMIC_YEAR,
    academicYear: ACADEMIC_YEAR,
    version: note('0 while nothing was written.', integer(2)),
    updatedAt: orNull(instant('2024-11-20T09:15:00.000Z')),
    title: text('Our schools in 2024-25'),
    introduction: text('This year we set out to visit every third school.'),
    highlights: text('- 41 schools asked for a visit themselves'),
    challenges: text('Special schools were harder to reach.'),
    nextSteps: text('- Visit the schools of the west first'),
  },
);
export type ReportNarrative = TypeOf<typeof REPORT_NARRATIVE>;

export const MONTHLY_DIGEST = shape('MonthlyDigest', "Who gets last month's figures by email.", {
  version: note('0 while nothing was set.', integer(1)),
  on: flag(true),
  userIds: listOf(uuid(ID.head)),
});
export type MonthlyDigest = TypeOf<typeof MONTHLY_DIGEST>;
