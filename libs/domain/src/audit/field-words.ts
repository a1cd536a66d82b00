import { capital } from '../capital';
import { REGISTER_LABELS } from '../register/register-fields';

/** What a kind of record is called in a sentence; by its table. */
export const AUDITED_RECORDS = {
  schools: 'school',
  school_links: 'link to a predecessor',
  contacts: 'contact',
  visits: 'visit',
  visit_outcomes: 'outcome of the visit',
  visit_outcome_tags: 'tag on the visit’s outcome',
  visit_people_met: 'person met at the visit',
  outcome_tags: 'tag for strengths and needs',
  follow_up_actions: 'action',
  music_development_plans: 'music development plan',
  plan_looks: 'look for a music development plan',
  plan_documents: 'document of a music development plan',
  plan_facts: 'confirmed field of a music development plan',
  queue_holds: 'pin or snooze',
  regions: 'region',
  region_districts: 'district',
  users: 'user',
  user_regions: 'region of a user',
  visit_cycles: 'visit cycle',
  surveys: 'survey',
  survey_versions: 'version of a survey',
  survey_responses: 'survey of a school',
  survey_answers: 'answer to a survey',
  survey_links: 'survey link',
  answer_tags: 'label for texts of the survey',
  tagged_answers: 'label of a text of the survey',
  school_years: 'term dates',
  bank_holiday_years: 'bank holidays',
  targets: 'target of a year',
  imports: 'import',
  import_row_decisions: 'decision on a row of an import',
  import_findings: 'decision on a school missing from the register',
  known_names: 'name the hub uses',
  settings: 'setting',
  mail_templates: 'email template',
  visit_recipients: 'recipient of the email about a visit',
  reports: 'report',
  report_narratives: 'text of the stakeholder report',
  report_templates: 'template for figures by school',
  sessions: 'session',
  lists: 'list',
} as const;
type AuditedRecord = keyof typeof AUDITED_RECORDS;

interface Audited {
  /** Whether everybody who is signed in may read it, and so its history. */
  open: boolean;
  /** The column that one of them is called by; what needs more is in the API's audit names. */
  called?: string;
}

/** How each table of the audit trail is read. */
export const AUDITED_TABLES: Readonly<Record<AuditedRecord, Audited>> = {
  schools: { open: true },
  school_links: { open: true },
  contacts: { open: true, called: 'name' },
  visits: { open: true },
  visit_outcomes: { open: true },
  visit_outcome_tags: { open: true },
  visit_people_met: { open: true },
  outcome_tags: { open: true, called: 'label' },
  follow_up_actions: { open: true, called: 'title' },
  music_development_plans: { open: true, called: 'academic_year' },
  plan_looks: { open: true, called: 'looked_on' },
  plan_documents: { open: true, called: 'captured_on' },
  plan_facts: { open: true },
  queue_holds: { open: true },
  regions: { open: true, called: 'name' },
  region_districts: { open: true },
  users: { open: false, called: 'name' },
  user_regions: { open: false },
  visit_cycles: { open: true, called: 'starts_in' },
  surveys: { open: true },
  survey_versions: { open: true, called: 'title' },
  survey_responses: { open: true, called: 'answered_on' },
  survey_answers: { open: true },
  survey_links: { open: true },
  answer_tags: { open: true, called: 'label' },
  tagged_answers: { open: true },
  school_years: { open: true, called: 'year' },
  bank_holiday_years: { open: true, called: 'year' },
  targets: { open: true, called: 'academic_year' },
  imports: { open: false, called: 'file_name' },
  import_row_decisions: { open: false },
  import_findings: { open: false, called: 'name' },
  known_names: { open: false },
  settings: { open: false },
  mail_templates: { open: false },
  visit_recipients: { open: true },
  reports: { open: false, called: 'file_name' },
  report_narratives: { open: false, called: 'academic_year' },
  report_templates: { open: false, called: 'name' },
  sessions: { open: false },
  lists: { open: false },
};

/** Fields whose names do not say enough when read out; the rest are. */
const LABELS: Record<string, string> = {
  ...REGISTER_LABELS,
  urn: 'URN',
  firstDay: 'First day of school',
  lastDay: 'Last day of school',
  scheduledOn: 'Scheduled day',
  visitedOn: 'Day of the visit',
  dueOn: 'Due day',
  untilOn: 'Last day',
  knownOn: 'Day it became known',
  establishedOn: 'Day of the link',
  notHeldReason: 'Reason it was not held',
  cancelReason: 'Reason for cancelling',
  voidedFrom: 'Before it was void',
  voidReason: 'Reason it is void',
  voidedAt: 'Made void',
  voidedById: 'Made void by',
  deletedAt: 'Deleted',
  deletedById: 'Deleted by',
  visitorNote: 'Visitor as written in the list',
  regionSetByHand: 'Region set by hand',
  passwordHash: 'Password',
  leadUserId: 'Lead',
  requestedById: 'Asked for by',
  loggedById: 'Logged by',
  correctedById: 'Corrected by',
  correctedAt: 'Corrected',
  correctionReason: 'Reason for the correction',
  followsVisitId: 'Agreed at the visit',
  createdById: 'Set by',
  liftedById: 'Lifted by',
  becameVisitId: 'Follow-up visit',
  closedById: 'Closed by',
  closedAt: 'Closed',
  loggedAt: 'Logged',
  liftedAt: 'Lifted',
  startedAt: 'Started',
  finishedAt: 'Finished',
  undoRequestedById: 'Undoing asked for by',
  laCodes: 'Local authorities',
  headerLine: 'Line of the headings',
  mapping: 'Columns chosen',
  rowKey: 'Sheet, line and column',
  decidedById: 'Decided by',
  decidedAt: 'Decided',
  rememberedById: 'Remembered by',
  regionIds: 'Regions',
  q: 'Search',
  fsmBand: 'Free school meals',
  inScope: 'In the cycle',
  contactId: 'Contact',
  mailRefusedOn: 'Day an email to this address was refused',
  dailyDigest: 'Daily digest by email',
  expiresOn: 'Last day',
  answeredOn: 'Day of the answers',
  lookedOn: 'Day of the look',
  goneOn: 'Day its address led nowhere',
  knownFrom: 'How it is known',
  recordedById: 'Recorded by',
  lookedById: 'Looked for by',
  planRules: 'Music development plans',
  publishedAt: 'Published',
  submittedAt: 'Handed in',
  revokedAt: 'Revoked',
  publishedById: 'Published by',
  enteredById: 'Written down by',
  surveyVersionId: 'Version of the survey',
  confirmedByVisitId: 'Confirmed at the visit',
  responseId: 'Survey',
  questionKey: 'Question',
  weights: 'Score weights',
  kindsNotCounting: 'Kinds of visit that do not count',
  firstCycleStartsIn: 'First cycle',
  bytes: 'Size in bytes',
  expiresAt: 'Can be downloaded until',
  asOf: 'As of',
  id: 'Id',
};

/** Where a field of one kind of record says something else than its name does elsewhere. */
const LABELS_OF: Partial<Record<string, Record<string, string>>> = {
  survey_answers: { value: 'Answer' },
  tagged_answers: { tagId: 'Label' },
  music_development_plans: { url: 'Address' },
};

/**
 * What a field is called: `regionId` is `Region`, `cancelledBy` is `Cancelled by`.
 *
 * @param entity table of the record it belongs to, where that is known
 */
export function fieldInWords(field: string, entity = ''): string {
  const known =
    LABELS_OF[entity]?.[field] ?? (Object.hasOwn(LABELS, field) ? LABELS[field] : undefined);
  if (known !== undefined) return known;
  const words = field
    .replace(/Id$/, '')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .trim();
  return capital(words);
}
