import { planStageWords } from '../plan-reading/plan-field-words';
import { ORDER_OF_STAGES } from './key-stages';

/** What a counted field may say; `null` where anybody may write another. */
type Words = Readonly<Record<string, string>> | null;

export interface CountedField {
  /** Above its figures. */
  words: string;
  /** What its parts are, of fields that say something of each. */
  parts: 'keyStage' | 'yearGroup' | null;
  values: Words;
  /** A list: which of its things one is, is kept with it. */
  several?: true;
}

const YES_NO = { yes: 'Yes', no: 'No' };

/** Every field that is counted over schools (rule 28), in the order of the document. */
const FIELDS = {
  /** One of each plan: it has been confirmed. */
  plan: { words: 'Confirmed plan', parts: null, values: { confirmed: 'Confirmed' } },
  hour: {
    ...{ words: 'An hour a week', parts: 'keyStage' },
    values: { met: 'Met', not_met: 'Not met' },
  },
  minutesPerWeek: { words: 'Minutes a week', parts: 'keyStage', values: { stated: 'Stated' } },
  schemes: { words: 'Schemes of work', parts: null, values: null, several: true },
  taughtBy: {
    ...{ words: 'Music is taught by', parts: null, several: true as const },
    values: {
      ...{ class_teachers: 'Class teachers', music_specialist: 'A music specialist' },
      visiting: 'Visiting teachers',
    },
  },
  modelMusicCurriculum: {
    ...{ words: 'Model Music Curriculum', parts: null },
    values: { yes: 'Used', partly: 'Used in part' },
  },
  qualifications: { words: 'Qualifications', parts: null, values: null, several: true },
  wholeClassInstrument: {
    words: 'Whole-class instruments',
    parts: 'yearGroup',
    values: null,
    several: true,
  },
  classroomInstruments: { words: 'Instruments in class', parts: null, values: null, several: true },
  sendSupport: { words: 'Says how pupils with SEND take part', parts: null, values: YES_NO },
  lessonsOffered: { words: 'Instrumental lessons offered', parts: null, values: YES_NO },
  lessonInstruments: { words: 'Instruments of lessons', parts: null, values: null, several: true },
  lessonCharging: {
    ...{ words: 'What lessons cost parents', parts: null },
    values: {
      ...{ free: 'Nothing', charged: 'Charged' },
      charged_with_help: 'Charged, with help for some',
    },
  },
  lessonHelpFor: {
    ...{ words: 'Who gets help with fees', parts: null, several: true as const },
    values: {
      ...{ pupil_premium: 'Pupil premium', free_school_meals: 'Free school meals' },
      ...{ looked_after: 'Looked-after children', low_income: 'Low income' },
      other: 'Others',
    },
  },
  ensembles: {
    ...{ words: 'Ensembles', parts: null, several: true as const },
    values: {
      ...{ choir: 'Choir or singing group', orchestra: 'Orchestra', band: 'Band' },
      other: 'Other ensemble or club',
    },
  },
  singingTogether: {
    ...{ words: 'Singing together', parts: null },
    values: { weekly: 'Every week', other: 'Not every week' },
  },
  performances: {
    ...{ words: 'Pupils perform', parts: null },
    values: { termly: 'Every term', yearly: 'Every year', stated: 'How often is not said' },
  },
  liveMusic: {
    ...{ words: 'A live performance to hear', parts: null },
    values: { yearly: 'Every year', stated: 'How often is not said' },
  },
  otherOrganisations: { words: 'Partner organisations', parts: null, values: null, several: true },
  hubName: {
    ...{ words: 'The music hub named', parts: null },
    values: { ours: 'Our hub', other: 'Another hub' },
  },
  musicLead: { words: 'Music lead', parts: null, values: { named: 'Named' } },
  leadershipLead: {
    ...{ words: 'Member of the leadership', parts: null },
    values: { named: 'Named' },
  },
  priorities: { words: 'What they want to do next', parts: null, values: { stated: 'Stated' } },
} as const satisfies Record<string, CountedField>;

export type CountedPlanField = keyof typeof FIELDS;
export const COUNTED_FIELDS: Readonly<Record<CountedPlanField, CountedField>> = FIELDS;
export const COUNTED_PLAN_FIELDS = Object.keys(COUNTED_FIELDS) as readonly CountedPlanField[];

export const isCountedField = (name: string): name is CountedPlanField =>
  Object.hasOwn(COUNTED_FIELDS, name);

/** Of an instrument that a plan speaks of and does not name. */
export const NOT_NAMED = 'not_named';
/** Schools with a confirmed plan that says nothing of a field: no value of any, and never "no". */
export const NOT_STATED = 'not_stated';

/** A value as people read it: `met` is "Met", "Charanga" stays. */
export function countedValueInWords(field: CountedPlanField, value: string): string {
  if (value === NOT_STATED) return 'Not stated';
  if (value === NOT_NAMED) return 'Not named';
  const words: Words = COUNTED_FIELDS[field].values;
  return words?.[value] ?? value;
}

/** "Key stage 2", "Year 4"; empty for what has no parts. */
export const partInWords = (part: string): string => (part === '' ? '' : planStageWords(part));

/** Where a part comes among the others. */
export const placeOfPart = (part: string): number => {
  const place = ORDER_OF_STAGES.indexOf(part);
  return place < 0 ? ORDER_OF_STAGES.length : place;
};
