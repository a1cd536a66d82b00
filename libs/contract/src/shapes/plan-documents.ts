import {
  DOCUMENT_FORMATS,
  FACT_OUTCOMES,
  PLAN_DOCUMENT_STATUSES,
  PLAN_FIELD_NAMES,
  type PlanFieldValue,
  PLAN_WARNING_KEYS,
  READING_MARKS,
  REJECT_REASONS,
  WHY_NO_VALUE,
} from '@tracker/domain';
import {
  day,
  flag,
  instant,
  integer,
  listOf,
  note,
  oneOf,
  orNull,
  shape,
  type Shape,
  showing,
  text,
  type TypeOf,
  uuid,
} from './shape';
import { ACADEMIC_YEAR, ID, record } from './records';

const DOCUMENT_ID = '7e9a1c3d-5f71-4293-8c4e-6a8b0d2f4e61';

const VALUE: Shape<PlanFieldValue | null> = {
  schema: {
    description:
      'By the field: a text, a number, yes or no, a list of texts, or a list of objects for `minutesPerWeek` and `wholeClassInstrument`.',
    oneOf: [
      { type: 'string', nullable: true },
      { type: 'number' },
      { type: 'boolean' },
      { type: 'array', items: { oneOf: [{ type: 'string' }, { type: 'object' }] } },
    ],
  },
  example: 'Greater Essex Music Hub',
};

export const SAME_PLAN_DOCUMENT = shape(
  'SamePlanDocument',
  'The same document, of another school.',
  {
    documentId: uuid(DOCUMENT_ID),
    schoolId: uuid(ID.school),
    schoolName: text("St Mary's Primary School"),
  },
);

const OF_DOCUMENT = {
  ...record(DOCUMENT_ID),
  schoolId: uuid(ID.school),
  schoolName: text("St Mary's Primary School"),
  regionId: orNull(uuid(ID.region)),
  status: oneOf(PLAN_DOCUMENT_STATUSES, 'to_confirm'),
  problem: note(
    'Why it cannot be read.',
    orNull(text('This PDF is protected by a password.'), null),
  ),
  format: note('Judged by its content.', orNull(oneOf(DOCUMENT_FORMATS, 'pdf'))),
  fileName: note('Null where its text was pasted.', orNull(text('music-development-plan.pdf'))),
  bytes: note('0 while it is to be fetched.', integer(182_044)),
  hasOriginal: note(
    'The original is kept until three academic years after the last one it covers.',
    flag(true),
  ),
  address: note('Where it was found.', orNull(text('https://birch.example/music.pdf'))),
  capturedAt: instant('2024-11-18T10:20:00.000Z'),
  capturedById: uuid(ID.head),
  capturedByName: text('Ash Rook'),
  academicYears: note('As confirmed; empty before.', showing([], listOf(ACADEMIC_YEAR))),
  decidedOn: note('Confirmed or rejected.', orNull(day('2024-11-19'), null)),
  decidedById: orNull(uuid(ID.head), null),
  decidedByName: orNull(text('Ash Rook'), null),
  rejectReason: orNull(oneOf(REJECT_REASONS, 'not_a_plan'), null),
  replacedById: note(
    'A later document for the same years that has taken its place.',
    orNull(uuid(DOCUMENT_ID), null),
  ),
};

export const PLAN_DOCUMENT = shape(
  'PlanDocument',
  "A school's plan as it was captured.",
  OF_DOCUMENT,
);
/** A document of a school's plan. */
export type PlanDocument = TypeOf<typeof PLAN_DOCUMENT>;

export const PLAN_BLOCK = shape('PlanBlock', 'A piece of the text of a document.', {
  kind: oneOf(['heading', 'paragraph', 'item', 'table'] as const, 'table'),
  text: note('Null for a table.', orNull(text('Part A: Curriculum music'), null)),
  level: note(
    'Of a heading, from 1; 0 where only its looks say that it is one.',
    orNull(integer(1), null),
  ),
  rows: note(
    'Of a table, its cells; lines inside a cell are parted by line breaks.',
    orNull(showing([['Academic year', '2024-25']], listOf(listOf(text('2024-25'))))),
  ),
  page: orNull(integer(1, 1)),
});
export type PlanBlock = TypeOf<typeof PLAN_BLOCK>;

export const PLAN_PASSAGE = shape('PlanPassage', 'Words of the document, as they stand there.', {
  text: text('2024-25'),
  block: note('Which block they stand in, from 0.', integer(0)),
});

export const PLAN_FIELD_READING = shape('PlanFieldReading', 'A field of a plan.', {
  field: oneOf(PLAN_FIELD_NAMES, 'hubName'),
  value: note('As read; null where nothing was.', VALUE),
  why: note(
    'Of one without a value: nothing says it, a label with nothing behind it, "N/A".',
    orNull(oneOf(WHY_NO_VALUE, 'not_stated'), null),
  ),
  mark: orNull(oneOf(READING_MARKS, 'sure')),
  passages: listOf(PLAN_PASSAGE),
  warnings: note(
    'It is confirmed by itself because of these.',
    showing([], listOf(oneOf(PLAN_WARNING_KEYS, 'other_hub'))),
  ),
  outcome: note('Once confirmed.', orNull(oneOf(FACT_OUTCOMES, 'right'), null)),
  confirmed: note('The value as confirmed.', showing(null, VALUE)),
});
export type PlanFieldReading = TypeOf<typeof PLAN_FIELD_READING>;

export const PLAN_WARNING = shape('PlanWarning', 'What a person should look at.', {
  key: oneOf(PLAN_WARNING_KEYS, 'other_hub'),
  sentence: text('The music hub named in it is not ours.'),
  fields: listOf(oneOf(PLAN_FIELD_NAMES, 'hubName')),
  passages: listOf(PLAN_PASSAGE),
});

export const NAMED_LEAD = shape(
  'NamedLead',
  'A music lead named in the document who is no contact of the school.',
  {
    name: text('Robin Vale'),
    instead: note(
      'The music lead on record, where there is another: has the lead changed?',
      orNull(text('Ash Rook'), null),
    ),
  },
);

export const PLAN_DOCUMENT_READING = shape(
  'PlanDocumentReading',
  'A document with its text, what was read in it, and what was confirmed.',
  {
    ...OF_DOCUMENT,
    title: note('What the document calls itself.', orNull(text('Music development plan'))),
    blocks: note('Empty until it is read.', listOf(PLAN_BLOCK)),
    fields: note('Every field, in the order of the document.', listOf(PLAN_FIELD_READING)),
    warnings: showing([], listOf(PLAN_WARNING)),
    suggestedYears: note(
      'Where it states no year: what its day of publication suggests.',
      showing([], listOf(ACADEMIC_YEAR)),
    ),
    sameAt: note('The same document of other schools.', showing([], listOf(SAME_PLAN_DOCUMENT))),
    shareQuestion: note(
      'To be answered before it is confirmed, where another school has the document and nobody has said that it is for both.',
      orNull(text('This document is on record for Oak too.'), null),
    ),
    changes: note(
      'Against the confirmed document before it: a sentence each.',
      showing([], listOf(text('Key stage 2: 30 minutes, now 60.'))),
    ),
    leads: note('Offered as contacts.', showing([], listOf(NAMED_LEAD))),
  },
);
/** `GET /api/plan-documents/:id` */
export type PlanDocumentReading = TypeOf<typeof PLAN_DOCUMENT_READING>;

export const PLAN_READINGS = shape('PlanReadings', 'How good the reading of plans is.', {
  suggested: note('Values read in documents that were confirmed in the year.', integer(412)),
  right: note('Of these, confirmed as they were.', integer(389)),
});
export type PlanReadings = TypeOf<typeof PLAN_READINGS>;
