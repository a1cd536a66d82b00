import type {
  MonthlyDigest,
  Report,
  ReportColumn,
  ReportNarrative,
  ReportTemplate,
} from '@tracker/contract';
import { REPORT_FORMATS, REPORT_KINDS, REPORT_STATUSES } from '@tracker/domain';
import {
  component,
  day,
  flag,
  instant,
  integer,
  listOf,
  matching,
  note,
  oneOf,
  orNull,
  percent,
  text,
  uuid,
} from '../shapes';
import { ID, record } from './records';

const REPORT_ID = '9f2d4b6a-8c1e-4f73-b5d7-2e4a6c8f0b12';
const TEMPLATE_ID = '7b3e5d1f-4a6c-4d82-9e0f-1c3a5b7d9f24';
const YEAR = matching('^\\d{4}-\\d{2}$', '2024-25');
const COLUMNS = { ...listOf(text('name')), example: ['name', 'visits', 'surveySubmitted'] };

export const REPORT = component<Report>('Report', 'A file that is made in the background.', {
  ...record(REPORT_ID),
  kind: oneOf(REPORT_KINDS, 'stakeholder'),
  format: oneOf(REPORT_FORMATS, 'pdf'),
  academicYear: note('null: every year on record.', orNull(YEAR)),
  asOf: note('The day as of which is counted.', day('2024-11-20')),
  regionId: note('null: the whole hub.', orNull(uuid(ID.region), null)),
  regionName: orNull(text('West'), null),
  columns: note('Of figures by school, beside the URN.', COLUMNS),
  status: oneOf(REPORT_STATUSES, 'done'),
  progress: note('0 to 100.', percent(100)),
  requestedById: orNull(uuid(ID.head)),
  requestedByName: orNull(text('Ash Rook')),
  startedAt: orNull(instant('2024-11-20T09:15:01.000Z')),
  finishedAt: orNull(instant('2024-11-20T09:15:04.000Z')),
  expiresAt: note('Until then it can be downloaded.', orNull(instant('2024-11-27T09:15:04.000Z'))),
  expired: flag(false),
  fileName: text('stakeholder-report-2024-25-as-of-2024-11-20.pdf'),
  bytes: orNull(integer(84_211)),
  message: note('Why it failed.', orNull(text('The disk of the server is full.'), null)),
});

export const REPORT_COLUMN = component<ReportColumn>(
  'ReportColumn',
  'A column that figures by school can have.',
  {
    key: text('visits'),
    heading: text('Visits in the year'),
    kind: oneOf(['text', 'number', 'day'], 'number'),
    isAnswer: note('Whether it holds answers to a question of the survey.', flag(false)),
  },
);

export const REPORT_TEMPLATE = component<ReportTemplate>(
  'ReportTemplate',
  'A choice of columns under a name.',
  { ...record(TEMPLATE_ID), name: text('Annual return'), columns: COLUMNS },
);

export const REPORT_NARRATIVE = component<ReportNarrative>(
  'ReportNarrative',
  "What the head writes around a year's figures.",
  {
    id: YEAR,
    academicYear: YEAR,
    version: note('0 while nothing was written.', integer(2)),
    updatedAt: orNull(instant('2024-11-20T09:15:00.000Z')),
    title: text('Our schools in 2024-25'),
    introduction: text('This year we set out to visit every third school.'),
    highlights: text('- 41 schools asked for a visit themselves'),
    challenges: text('Special schools were harder to reach.'),
    nextSteps: text('- Visit the schools of the west first'),
  },
);

export const MONTHLY_DIGEST = component<MonthlyDigest>(
  'MonthlyDigest',
  "Who gets last month's figures by email.",
  {
    version: note('0 while nothing was set.', integer(1)),
    on: flag(true),
    userIds: listOf(uuid(ID.head)),
  },
);
