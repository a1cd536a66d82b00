export { blocksOfText } from './blocks-of-text';
export {
  PLAN_WARNING_KEYS,
  type DocumentBlock,
  type DocumentToRead,
  type FieldReading,
  type Passage,
  type PlanWarningKey,
  type ReadingMark,
  type WhyNoValue,
} from './document-to-read';
export { PLAN_LABELS, type LabelledField, type PlanLabels } from './plan-labels';
export { PLAN_LISTS, type Named, type PlanLists } from './plan-lists';
export { PLAN_SECTIONS, type PlanSection } from './plan-sections';
export { PLAN_WARNING_SENTENCES, type PlanContext } from './plan-warnings';
export { PlanWords } from './plan-words';
export { type WholeClassInstrument } from './read-instruments';
export { type LessonCharging } from './read-lessons';
export { type MinutesPerWeek } from './read-minutes';
export {
  readPlan,
  type PlanField,
  type PlanFields,
  type PlanReading,
  type PlanWarning,
} from './read-plan';
export { yearOfPublication } from './read-years';
export { type PlanStage } from './stages';
export { hourState, minutesOfKeyStage, type HourStage, type HourState } from './the-hour';
export { findDays, type InexactDay } from './written-days';
export { findYears } from './written-years';
