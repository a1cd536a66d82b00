export { blocksOfText } from './blocks-of-text';
export { checkFacts, checkFactValue, type CheckedFact, FACT_BOUNDS } from './check-facts';
export {
  PLAN_WARNING_KEYS,
  READING_MARKS,
  WHY_NO_VALUE,
  type DocumentBlock,
  type DocumentToRead,
  type FieldReading,
  type Passage,
  type PlanWarningKey,
  type ReadingMark,
  type WhyNoValue,
} from './document-to-read';
export {
  DOCUMENT_FORMATS,
  FACT_OUTCOMES,
  PLAN_DOCUMENT_STATUSES,
  REJECT_REASONS,
  type ConfirmedFact,
  type DocumentFormat,
  type FactOutcome,
  type PlanDocumentStatus,
  type PlanFieldValue,
  type RejectReason,
} from './plan-document';
export { PLAN_LABELS, type LabelledField, type PlanLabels } from './plan-labels';
export {
  checkPlanWords,
  LABELLED_FIELDS,
  NAMED_LISTS,
  NO_PLAN_WORDS,
  planListsWith,
  tidyPlanWords,
  type AddedName,
  type HubPlanWords,
  namesInNoList,
  type NamedList,
  type NameInPlans,
} from './hub-plan-words';
export { type Named } from './named';
export { namedLeads, type NamedLead } from './named-leads';
export { planChanges, type PlanValues } from './plan-changes';
export { PLAN_FIELD_WORDS, planStageWords } from './plan-field-words';
export { PLAN_LISTS, type PlanLists } from './plan-lists';
export { PLAN_SECTIONS, type PlanSection } from './plan-sections';
export { isOurHub, PLAN_WARNING_SENTENCES, type PlanContext } from './plan-warnings';
export { PlanWords } from './plan-words';
export { type WholeClassInstrument } from './read-instruments';
export { type LessonCharging } from './read-lessons';
export { type MinutesPerWeek } from './read-minutes';
export {
  PLAN_FIELD_NAMES,
  type PlanField,
  type PlanFields,
  type PlanReading,
  type PlanWarning,
} from './plan-fields';
export { readPlan } from './read-plan';
export { yearOfPublication } from './read-years';
export { PLAN_STAGES, type PlanStage } from './stages';
export { hourState, minutesOfKeyStage, type HourStage, type HourState } from './the-hour';
export { findDays, type InexactDay } from './written-days';
export { findYears } from './written-years';
