import type { AcademicYear } from '../academic-year';
import type { FieldReading, Passage, PlanWarningKey } from './document-to-read';
import type { PlanSection } from './plan-sections';
import type { WholeClassInstrument } from './read-instruments';
import type { LessonCharging } from './read-lessons';
import type { MinutesPerWeek } from './read-minutes';
import type { InexactDay } from './written-days';

/** The fields of a reading, each with what it was read from. */
export interface PlanFields {
  schoolName: FieldReading<string>;
  academicYears: FieldReading<AcademicYear[]>;
  publishedOn: FieldReading<InexactDay>;
  reviewOn: FieldReading<InexactDay>;
  musicLead: FieldReading<string[]>;
  leadershipLead: FieldReading<string[]>;
  hubName: FieldReading<string>;
  otherOrganisations: FieldReading<string[]>;
  minutesPerWeek: FieldReading<MinutesPerWeek[]>;
  lessonMinutes: FieldReading<number>;
  weekly: FieldReading<boolean>;
  schemes: FieldReading<string[]>;
  taughtBy: FieldReading<string[]>;
  modelMusicCurriculum: FieldReading<'yes' | 'partly'>;
  qualifications: FieldReading<string[]>;
  wholeClassInstrument: FieldReading<WholeClassInstrument[]>;
  classroomInstruments: FieldReading<string[]>;
  sendSupport: FieldReading<boolean>;
  lessonsOffered: FieldReading<boolean>;
  lessonInstruments: FieldReading<string[]>;
  lessonCharging: FieldReading<LessonCharging>;
  lessonHelpFor: FieldReading<string[]>;
  ensembles: FieldReading<string[]>;
  singingTogether: FieldReading<'weekly' | 'other'>;
  performances: FieldReading<'termly' | 'yearly' | 'stated'>;
  performanceEvents: FieldReading<string[]>;
  liveMusic: FieldReading<'yearly' | 'stated'>;
  priorities: FieldReading<string[]>;
}
export type PlanField = keyof PlanFields;

const EVERY_FIELD: Record<PlanField, true> = {
  schoolName: true,
  academicYears: true,
  publishedOn: true,
  reviewOn: true,
  musicLead: true,
  leadershipLead: true,
  hubName: true,
  otherOrganisations: true,
  minutesPerWeek: true,
  lessonMinutes: true,
  weekly: true,
  schemes: true,
  taughtBy: true,
  modelMusicCurriculum: true,
  qualifications: true,
  wholeClassInstrument: true,
  classroomInstruments: true,
  sendSupport: true,
  lessonsOffered: true,
  lessonInstruments: true,
  lessonCharging: true,
  lessonHelpFor: true,
  ensembles: true,
  singingTogether: true,
  performances: true,
  performanceEvents: true,
  liveMusic: true,
  priorities: true,
};
/** All of them, in the order of the template. */
export const PLAN_FIELD_NAMES = Object.keys(EVERY_FIELD) as readonly PlanField[];

export interface PlanWarning {
  key: PlanWarningKey;
  /** For the person who confirms. */
  sentence: string;
  /** Those that are confirmed by themselves because of it. */
  fields: PlanField[];
  passages: Passage[];
}

export interface PlanReading {
  fields: PlanFields;
  warnings: PlanWarning[];
  sections: Record<PlanSection, 'filled' | 'blank' | 'absent'>;
  /** Of a document that states no year: what the day of publication suggests. */
  suggestedYears: AcademicYear[];
  /** It holds words of the school's own. */
  saysAnything: boolean;
}
