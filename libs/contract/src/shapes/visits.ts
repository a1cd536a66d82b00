import { CONTACT_ROLES } from '../contacts';
import {
  ACTION_PRIORITIES,
  ACTION_STATUSES,
  ENGAGEMENT_LEVELS,
  OUTCOME_TAG_KINDS,
  VISIT_KINDS,
  VISIT_STATUSES,
  VOIDABLE_STATUSES,
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
  showing,
  text,
  type TypeOf,
  uuid,
} from './shape';
import { ACADEMIC_YEAR, ID, IN_BIN, TIME, record } from './records';

export const OUTCOME_TAG = shape('OutcomeTag', 'A strength or a need that visitors tick.', {
  ...record(ID.tag),
  kind: oneOf(OUTCOME_TAG_KINDS, 'strength'),
  label: text('Singing'),
  active: note('One that is not stays with its visits and is hidden.', flag(true)),
});
/** A strength or a need that visitors tick, from a list that the head keeps. */
export type OutcomeTag = TypeOf<typeof OUTCOME_TAG>;

export const PERSON_MET = shape('PersonMet', 'Somebody the visitor met.', {
  contactId: note('Null once the contact is removed.', orNull(uuid(ID.contact))),
  name: text('Jo Marsh'),
  role: oneOf(CONTACT_ROLES, 'music_lead'),
});
/** Somebody the visitor met, as the person was called and what they were then. */
export type PersonMet = TypeOf<typeof PERSON_MET>;

export const CORRECTION = shape(
  'Correction',
  'That what was logged is not as it was first written.',
  {
    at: instant('2024-11-22T09:05:00.000Z'),
    byId: orNull(uuid(ID.head)),
    byName: orNull(text('Ash Rook')),
    reason: text('It was the deputy head, not the head teacher'),
  },
);
export type Correction = TypeOf<typeof CORRECTION>;

export const VISIT_OUTCOME = shape('VisitOutcome', 'What a visit found.', {
  metWith: note('As it was typed, else the people met.', orNull(text('Jo Marsh (music lead)'))),
  peopleMet: listOf(PERSON_MET),
  summary: text('Two choirs, no whole-class instrumental teaching; wants help with the plan.'),
  strengths: orNull(text('A choir in every year group')),
  strengthTagIds: listOf(uuid(ID.tag)),
  needs: orNull(text('Nobody to teach instruments')),
  needTagIds: showing([], listOf(uuid(ID.tag))),
  engagementLevel: note(
    '1 not engaged, 2 getting started, 3 engaged, 4 leading.',
    orNull(oneOf(ENGAGEMENT_LEVELS, 3)),
  ),
  engagementReason: orNull(text('Came to both networks')),
  loggedById: orNull(uuid(ID.head)),
  loggedAt: instant('2024-11-20T16:40:00.000Z'),
  correction: note('The last one.', orNull(CORRECTION, null)),
});
/** What was found: one for each completed visit. */
export type VisitOutcome = TypeOf<typeof VISIT_OUTCOME>;

export const SUCCESSOR = shape('Successor', 'A school that followed a closed one.', {
  id: uuid(ID.school),
  name: text('Birch Academy'),
});

export const SCHOOL_CANNOT = shape('SchoolCannot', 'A school’s word that it cannot make a day.', {
  saidOn: day('2024-11-18'),
  said: note('Empty where it gave no reason.', text('Inspection. Not before Tue 3 Dec 2024.')),
});

export const VISIT = shape('Visit', 'One meeting of the hub with one school.', {
  ...record(ID.visit),
  schoolId: uuid(ID.school),
  schoolName: note(
    "Read only: as the school is called, which may be a predecessor's name.",
    text("St Mary's Primary School"),
  ),
  regionId: note("Read only: the school's.", orNull(uuid(ID.region))),
  kind: oneOf(VISIT_KINDS, 'cycle'),
  status: oneOf(VISIT_STATUSES, 'completed'),
  scheduledOn: orNull(day('2024-11-20')),
  startTime: note('HH:MM, local time.', orNull(TIME)),
  visitorId: orNull(uuid(ID.head)),
  visitorName: note('Read only.', orNull(text('Ash Rook'))),
  visitedOn: orNull(day('2024-11-20')),
  academicYear: note(
    'Read only: of the day visited, else of the day scheduled.',
    orNull(ACADEMIC_YEAR),
  ),
  cancelledBy: orNull(oneOf(['school', 'hub'], 'school'), null),
  cancelReason: orNull(text('Inspection announced for the same day'), null),
  notHeldReason: orNull(text('The music lead was ill'), null),
  voidedFrom: note(
    'Read only, of a void visit: what it was before and becomes again when it is brought back.',
    orNull(oneOf(VOIDABLE_STATUSES, 'completed'), null),
  ),
  voidReason: note(
    'Read only: why it was made void.',
    orNull(text('It was logged a second time'), null),
  ),
  voidedAt: note('Read only.', orNull(instant('2024-11-22T09:05:00.000Z'), null)),
  voidedByName: note('Read only.', orNull(text('Ash Rook'), null)),
  purpose: note(
    'Why it was planned, where somebody said so.',
    orNull(text('They asked for help with singing'), null),
  ),
  followsVisitId: note(
    'Read only: the visit at which it was agreed.',
    orNull(uuid(ID.visit), null),
  ),
  outcome: orNull(VISIT_OUTCOME),
  unlogged: note('Read only: its day has passed while still scheduled or confirmed.', flag(false)),
  schoolCannot: note(
    'Read only: the school has said by its link that it cannot make this day.',
    orNull(SCHOOL_CANNOT, null),
  ),
  atClosedSchool: note(
    'Read only: still planned at a school that has closed; then `successors` says who could take it.',
    flag(false),
  ),
  successors: note(
    'Read only: schools that followed the closed one and are not closed themselves.',
    listOf(SUCCESSOR),
  ),
});
export type Visit = TypeOf<typeof VISIT>;

export const VISIT_CYCLE = shape(
  'VisitCycle',
  'Three academic years in which every school in scope is to be visited once.',
  {
    ...record(ID.cycle),
    startsIn: note('First academic year.', ACADEMIC_YEAR),
    opensOn: day('2024-09-01'),
    closesOn: day('2027-08-31'),
    schoolsInScope: note('Read only: schools in scope today.', integer(531)),
    schoolsCovered: note(
      "Read only: those of them with a counting visit, theirs or a predecessor's, inside the cycle.",
      integer(96),
    ),
  },
);
export type VisitCycle = TypeOf<typeof VISIT_CYCLE>;

const ACTION_SHAPES = {
  ...record(ID.action),
  schoolId: uuid(ID.school),
  schoolName: note(
    "Read only: as the school is called, which may be a predecessor's name.",
    text("St Mary's Primary School"),
  ),
  regionId: note("Read only: the school's.", orNull(uuid(ID.region))),
  visitId: orNull(uuid(ID.visit)),
  visitVoid: note(
    'Read only: that visit is void now; what was agreed may still be to be done.',
    flag(false),
  ),
  title: text('Send the instrument hire form'),
  detail: orNull(text('For thirty violins from January'), null),
  ownerId: orNull(uuid(ID.head)),
  ownerName: note('Read only.', orNull(text('Ash Rook'))),
  dueOn: orNull(day('2025-01-17')),
  priority: oneOf(ACTION_PRIORITIES, 'normal'),
  status: oneOf(ACTION_STATUSES, 'in_progress'),
  closedAt: note(
    'Read only: when it was done or dropped; null while it is open, or not on record.',
    orNull(instant('2025-01-14T10:05:00.000Z'), null),
  ),
  closedById: orNull(uuid(ID.head), null),
  closedByName: orNull(text('Ash Rook'), null),
  becameVisitId: note(
    'Read only: the follow-up visit that the action became, and how that stands.',
    orNull(uuid(ID.visit)),
  ),
  becameVisitStatus: orNull(oneOf(VISIT_STATUSES, 'scheduled')),
  becameVisitOn: orNull(day('2025-01-21')),
};

export const FOLLOW_UP_ACTION = shape(
  'FollowUpAction',
  'Something to do because of a visit.',
  ACTION_SHAPES,
);
export type FollowUpAction = TypeOf<typeof FOLLOW_UP_ACTION>;

export const DELETED_ACTION = shape('DeletedAction', 'An action in the bin.', {
  ...ACTION_SHAPES,
  ...IN_BIN,
});
/** `GET /api/follow-up-actions/bin` */
export type DeletedAction = TypeOf<typeof DELETED_ACTION>;
